package no.innom.web;

/** Every reason to close a socket, and whether the client should come back. */
enum Goodbye {
    /** After a {@code bye}: the chat is over for this socket. */
    DONE(1000, "done", false),
    /** The server stops: resume, on this node or another. */
    STOPPING(1001, "the server stops", true),
    /** Twenty frames in a row that nobody can read. */
    NONSENSE(1008, "too many unreadable frames", false),
    /** A frame that is larger than any that a client of ours sends. */
    TOO_BIG(1009, "too large a frame", false),
    /** The session is over. */
    LOGGED_OUT(1008, "logged out", false),
    /** No new chats now. */
    BUSY(1013, "busy", true),
    /** What was to be sent could not be read: resume. */
    BEHIND(1001, "not recovered", true),
    /** It takes what is sent more slowly than that comes, and more waits than is kept: resume. */
    SLOW(1001, "too slow", true),
    /** Nothing heard for a minute: resume. */
    SILENT(1001, "nothing heard", true);

    private final short code;
    private final String why;
    private final boolean comeBack;

    Goodbye(int code, String why, boolean comeBack) {
        this.code = (short) code;
        this.why = why;
        this.comeBack = comeBack;
    }

    /** 1001 and 1013 say to a browser's page that it should come back, the others that it should not. */
    short code() {
        return code;
    }

    /** For who reads the traffic; no more than the 123 bytes that a close frame holds. */
    String reason() {
        return comeBack ? why + ", come back" : why;
    }

    boolean comeBack() {
        return comeBack;
    }
}
