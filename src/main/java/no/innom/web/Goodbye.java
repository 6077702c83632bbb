package no.innom.web;

/** Every reason to close a socket. A client that is told 1001 or 1013 should come back; otherwise not. */
enum Goodbye {
    /** After a {@code bye}: the chat is over for this socket. */
    DONE(1000, "done"),
    /** The server stops: resume, on this node or another. */
    STOPPING(1001, "the server stops, come back"),
    /** Twenty frames in a row that nobody can read. */
    NONSENSE(1008, "too many unreadable frames"),
    /** A frame that is larger than any that a client of ours sends. */
    TOO_BIG(1009, "too large a frame"),
    /** The session is over. */
    LOGGED_OUT(1008, "logged out"),
    /** No new chats now. */
    BUSY(1013, "busy, come back later"),
    /** What was to be sent could not be read: resume. */
    BEHIND(1001, "not recovered, come back"),
    /** Nothing heard for a minute: resume. */
    SILENT(1001, "nothing heard, come back");

    private final short code;
    private final String reason;

    Goodbye(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }

    short code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
