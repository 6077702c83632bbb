package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import no.innom.chat.Chat;
import no.innom.chat.Clock;
import no.innom.chat.Turn;

/** A turn as the arguments of {@code save.lua}, in the order in which the script takes them. */
final class SaveArgs {
    private final List<byte[]> args = new ArrayList<>();

    private SaveArgs() {}

    static byte[][] of(Turn turn, Chat after, Bells bells, byte[] bell) {
        var a = new SaveArgs();
        var envelope = after.envelope();
        var cipher = after.cipher();
        a.add(after.id().value()).add(turn.before().rev());
        var receipt = turn.receipt();
        a.add(receipt == null ? "" : receipt.field()).add(receipt == null ? 0 : receipt.seq());

        a.add(after.rev()).add(Json.write(envelope));
        a.add(cipher.seal(contents(after.rev()), Json.write(after.contents())));
        a.add(cipher.wrapped()).add(after.keyHash());

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

        var spot = envelope.spot();
        a.add(envelope.waiting() && spot != null ? Long.toString(spot.since().toEpochMilli()) : "");
        var holder = envelope.holder();
        a.add(holder == null ? "" : holder.user());
        a.add(Clock.values().length);
        for (var clock : Clock.values()) {
            var due = envelope.clocks().get(clock);
            a.add(Keys.due(clock, after.id())).add(due == null ? "" : Long.toString(due.toEpochMilli()));
        }
        var ends = envelope.clocks().get(Clock.RETENTION);
        if (ends == null) {
            throw new IllegalStateException("a chat without an end of its retention must not be stored");
        }
        a.add(ends.toEpochMilli());
        a.add(bells.command()).add(bells.channel(after.id().house())).add(bell);
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
