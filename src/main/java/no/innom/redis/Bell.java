package no.innom.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is said on the channel between the nodes: that something has changed, never what was written.
 *
 * @param what {@code changed}, {@code gone}, {@code typing}, {@code visitor} or {@code shift}
 * @param chat the chat concerned
 * @param seq the last number before the change
 * @param why why the chat left its queue, or is gone
 * @param by who took it, or the visitor's socket
 * @param alarm the step to ring at staff, or -1
 * @param on whether a visitor's socket is here, whether it is staff who type, or whether a change is mere talk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bell(
        String what,
        @Nullable String chat,
        long seq,
        @Nullable String why,
        @Nullable String by,
        int alarm,
        boolean on) {

    static final String CHANGED = "changed";
    static final String GONE = "gone";
    static final String TYPING = "typing";
    static final String VISITOR = "visitor";
    static final String SHIFT = "shift";
}
