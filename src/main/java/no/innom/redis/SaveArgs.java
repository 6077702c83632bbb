package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.innom.chat.Chat;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import no.innom.chat.Turn;

/** A turn as the arguments of {@code save.lua}, in the order in which the script takes them. */
final class SaveArgs {
    private final List<byte[]> args = new ArrayList<>();

    private SaveArgs() {}

    static byte[][] of(Turn turn, Chat after, List<byte[]> ring) {
        var a = new SaveArgs();
        var envelope = after.envelope();
        var cipher = after.cipher();
        a.add(after.id().value()).add(turn.before().rev());
        var receipt = turn.receipt();
        a.add(receipt == null ? "" : receipt.field()).add(receipt == null ? 0 : receipt.seq());

        a.add(after.rev());
        if (turn.before().rev() > 0 && onlyWords(turn.before(), after)) {
            a.add(0).add(envelope.seq()).add(envelope.lastWord().toEpochMilli());
        } else {
            a.add(1).add(Json.write(envelope));
            a.add(cipher.seal(contents(after.rev()), Json.write(after.contents())));
        }
        if (turn.before().rev() == 0) {
            a.add(cipher.wrapped()).add(after.keyHash());
        }

        a.add(turn.said().size());
        for (var message : turn.said()) {
            a.add(message.seq()).add(cipher.seal(message(message.seq()), Json.write(message)));
        }
        int number = turn.before().envelope().notes();
        a.add(turn.notes().size());
        for (var note : turn.notes()) {
            number++;
            a.add(number).add(cipher.seal(note(number), Json.write(note)));
        }

        var before = turn.before().envelope();
        a.addIfNew(waitsSince(before), waitsSince(envelope)).addIfNew(heldBy(before), heldBy(envelope));
        var moved = Arrays.stream(Clock.values())
                .filter(clock -> !due(before, clock).equals(due(envelope, clock)))
                .toList();
        a.add(moved.size());
        for (var clock : moved) {
            a.add(Keys.due(clock, after.id())).add(due(envelope, clock));
        }
        var ends = envelope.clocks().get(Clock.RETENTION);
        if (ends == null) {
            throw new IllegalStateException("a chat without an end of its retention must not be stored");
        }
        a.add(ends.toEpochMilli()).add(moved.contains(Clock.RETENTION) ? 1 : 0);
        a.args.addAll(ring);
        return a.args.toArray(byte[][]::new);
    }

    /** Where a message is sealed for. */
    static String message(long seq) {
        return Long.toString(seq);
    }

    static String note(long number) {
        return "note/" + number;
    }

    static String contents(long rev) {
        return "contents/" + rev;
    }

    /** Whether the chat stands as it stood, but for its last message. */
    private static boolean onlyWords(Chat before, Chat after) {
        var now = after.envelope();
        return now.equals(before.envelope().spoken(now.seq(), now.lastWord()))
                && after.contents().equals(before.contents());
    }

    private static String waitsSince(Envelope envelope) {
        var spot = envelope.spot();
        return envelope.waiting() && spot != null ? Long.toString(spot.since().toEpochMilli()) : "";
    }

    private static String heldBy(Envelope envelope) {
        var holder = envelope.holder();
        return holder == null ? "" : holder.user();
    }

    private static String due(Envelope envelope, Clock clock) {
        var at = envelope.clocks().get(clock);
        return at == null ? "" : Long.toString(at.toEpochMilli());
    }

    /** 1 and what it is now, or 0 when that is what it was. */
    private SaveArgs addIfNew(String was, String is) {
        return was.equals(is) ? add(0) : add(1).add(is);
    }

    private SaveArgs add(byte[] bytes) {
        args.add(bytes);
        return this;
    }

    private SaveArgs add(String text) {
        return add(text.getBytes(UTF_8));
    }

    private SaveArgs add(long number) {
        return add(Long.toString(number));
    }
}
