package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.Contents;
import no.innom.chat.Envelope;
import no.innom.chat.MasterKey;

/**
 * A chat's hash, as {@code save.lua} writes it. Most turns add words and change nothing else: they write {@code talk}
 * and leave the rest as it stood.
 */
final class StoredChat {
    /** What {@link #read} needs, in its order. */
    static final String[] FIELDS = {"rev", "talk", "envelope", "contents", "key", "hash"};

    /** What {@link #envelope} needs, in its order. */
    static final String[] IN_THE_CLEAR = {"rev", "talk", "envelope"};

    private final List<KeyValue<String, byte[]>> fields;
    private final long rev;
    /** Empty when the last turn wrote everything. */
    private final Optional<Talk> talk;

    private StoredChat(List<KeyValue<String, byte[]>> fields) {
        this.fields = fields;
        this.rev = Long.parseLong(text(0));
        this.talk = fields.get(1).hasValue()
                ? Optional.of(Talk.read(text(1))).filter(last -> last.rev() == rev)
                : Optional.empty();
    }

    /** The chat, if there is one. */
    static Optional<Chat> read(ChatId id, List<KeyValue<String, byte[]>> fields, MasterKey master) {
        return there(fields).map(stored -> stored.chat(id, master));
    }

    /** What stands in the clear about it, if there is one. */
    static Optional<Envelope> envelope(List<KeyValue<String, byte[]>> fields) {
        return there(fields).map(StoredChat::envelope);
    }

    private static Optional<StoredChat> there(List<KeyValue<String, byte[]>> fields) {
        boolean there = fields.stream()
                .allMatch(field -> field.hasValue() || field.getKey().equals("talk"));
        return there ? Optional.of(new StoredChat(fields)) : Optional.empty();
    }

    private Chat chat(ChatId id, MasterKey master) {
        var cipher = master.unwrap(id, bytes(4));
        var contents = cipher.open(SaveArgs.contents(talk.map(Talk::wholeAt).orElse(rev)), bytes(3));
        return new Chat(id, rev, text(5), cipher, envelope(), Json.read(contents, Contents.class));
    }

    private Envelope envelope() {
        var written = Json.read(bytes(2), Envelope.class);
        return talk.map(last -> written.spoken(last.seq(), last.lastWord())).orElse(written);
    }

    private String text(int field) {
        return new String(bytes(field), UTF_8);
    }

    private byte[] bytes(int field) {
        return fields.get(field).getValue();
    }

    /**
     * What a turn of nothing but words has changed.
     *
     * @param rev the turn's; with any other it is an old one
     * @param wholeAt the rev that the rest was written at
     */
    private record Talk(long rev, long seq, Instant lastWord, long wholeAt) {
        static Talk read(String field) {
            var parts = field.split(" ");
            return new Talk(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Instant.ofEpochMilli(Long.parseLong(parts[2])),
                    Long.parseLong(parts[3]));
        }
    }
}
