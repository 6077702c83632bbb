package no.innom.chat;

/** What became of a {@link Turn} that was handed to the store. */
public sealed interface Saved {
    /** It is stored, whole. */
    record Done(Chat chat) implements Saved {}

    /** The chat had changed meanwhile; nothing is stored. Load it again and decide again. */
    record Changed() implements Saved {}

    /** A message with the same sender's id is stored already, under this number. */
    record Already(long seq) implements Saved {}

    /** There is no such chat any more. */
    record Gone() implements Saved {}
}
