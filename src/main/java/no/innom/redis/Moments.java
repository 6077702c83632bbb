package no.innom.redis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writes moments as Jackson does. A chat's envelope has up to ten, all but one of which stand as they were with most
 * messages: some thousand that were written lately are kept.
 */
final class Moments extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1;
    private static final int MOST_KEPT = 4096;

    private final transient AtomicReferenceArray<Written> kept = new AtomicReferenceArray<>(MOST_KEPT);

    private record Written(Instant at, String text) {}

    Moments() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant at, JsonGenerator to, SerializerProvider provider) throws IOException {
        int place = Math.floorMod(at.hashCode(), MOST_KEPT);
        var written = kept.getPlain(place);
        if (written == null || !written.at().equals(at)) {
            written = new Written(at, at.toString());
            kept.setRelease(place, written);
        }
        to.writeString(written.text());
    }
}
