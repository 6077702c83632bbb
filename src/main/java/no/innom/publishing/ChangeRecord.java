package no.innom.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who has changed what, when and why. May be called from an event loop; answers on the caller's context. */
public interface ChangeRecord {
    /** What was done. */
    enum What {
        NEW,
        DRAFT,
        DROP,
        RESTORE,
        PUBLISH,
        SCHEDULE,
        WITHDRAW,
        ROLLBACK,
        LINK,
        PROPOSE,
        APPROVE,
        REJECT,
        CONF;

        /** As on the wire. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One change.
     *
     * @param flow the flow, or the file of settings
     * @param number the version that came of it; null where none did
     * @param reason in the words of who did it; may be empty
     */
    record Entry(
            Instant at,
            String user,
            What what,
            String flow,
            @Nullable Integer number,
            String reason) {}

    /** Adds a change. */
    Future<Void> add(Entry entry);

    /** The last changes, the newest first; of one flow, or with null of all. */
    Future<List<Entry>> last(@Nullable String flow, int most);
}
