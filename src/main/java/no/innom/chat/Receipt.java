package no.innom.chat;

/**
 * Remembers that a message with its sender's own id is in the log, so that sending it again does nothing twice.
 *
 * @param field who sent it and the sender's id
 * @param seq the number that it got; 0 for a note
 */
public record Receipt(String field, long seq) {
    /** The field for a visitor's id. */
    public static String visitor(String id) {
        return "v:" + id;
    }

    /** The field for a staff member's id. */
    public static String staff(String user, String id) {
        return "s:" + user + ":" + id;
    }
}
