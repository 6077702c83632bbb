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

    private StoredChat(List<KeyValue<String, byte[]>> fields) {
        this.fields = fields;
    }

    /** The chat, if there is one. */
    static Optional<Chat> read(ChatId id, List<KeyValue<String, byte[]>> fields, MasterKey master) {
        var stored = new StoredChat(fields);
        return stored.isThere() ? Optional.of(stored.chat(id, master)) : Optional.empty();
    }

    /** What stands in the clear about it, if there is one. */
    static Optional<Envelope> envelope(List<KeyValue<String, byte[]>> fields) {
        var stored = new StoredChat(fields);
        return stored.isThere() ? Optional.of(stored.envelope()) : Optional.empty();
    }

    private boolean isThere() {
        return fields.stream()
                .allMatch(field -> field.hasValue() || field.getKey().equals("talk"));
    }

    private Chat chat(ChatId id, MasterKey master) {
        var cipher = master.unwrap(id, bytes(4));
        var contents = cipher.open(SaveArgs.contents(talk().map(Talk::wholeAt).orElse(rev())), bytes(3));
        return new Chat(id, rev(), text(5), cipher, envelope(), Json.read(contents, Contents.class));
    }

    private Envelope envelope() {
        var written = Json.read(bytes(2), Envelope.class);
        return talk().map(talk -> written.spoken(talk.seq(), talk.lastWord())).orElse(written);
    }

    /** Empty when the last turn wrote everything. */
    private Optional<Talk> talk() {
        return fields.get(1).hasValue()
                ? Optional.of(Talk.read(text(1))).filter(talk -> talk.rev() == rev())
                : Optional.empty();
    }

    private long rev() {
        return Long.parseLong(text(0));
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
