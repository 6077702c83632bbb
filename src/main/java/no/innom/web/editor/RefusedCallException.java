package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.innom.web.Wire;

/** A call that is answered with a problem (RFC 9457). */
final class RefusedCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final transient ObjectNode more;

    /** @param detail what happened and what to do */
    RefusedCallException(int status, String title, String detail) {
        this(status, title, detail, Wire.JSON.createObjectNode());
    }

    /** @param more further members of the problem */
    RefusedCallException(int status, String title, String detail, ObjectNode more) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.more = more;
    }

    static RefusedCallException bad(String detail) {
        return new RefusedCallException(400, "Bad request", detail);
    }

    static RefusedCallException notFound(String detail) {
        return new RefusedCallException(404, "Not found", detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    ObjectNode more() {
        return more;
    }
}
