package no.innom.conversation;

import org.jspecify.annotations.Nullable;

/** What was asked for is refused, and nothing was stored. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final @Nullable String field;

    public RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    /** @param field which field does not fit, for {@link Refusal#BAD_FIELD} */
    public RefusedException(Refusal refusal, @Nullable String field) {
        super(refusal.wire(), null, false, false);
        this.refusal = refusal;
        this.field = field;
    }

    public Refusal refusal() {
        return refusal;
    }

    public @Nullable String field() {
        return field;
    }
}
