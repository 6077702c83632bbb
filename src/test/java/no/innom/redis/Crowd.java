package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;

/** Visitors who write without pause, half of them to a person, and the account of every message afterwards. */
final class Crowd implements AutoCloseable {
    private final Supplier<Server> servers;
    private final String user;
    private final String password;
    private final List<Talker> talkers = new ArrayList<>();

    /** Lets so many visitors in: half are taken by that user, half wait. */
    Crowd(Supplier<Server> servers, String user, String password, int visitors) {
        this.servers = servers;
        this.user = user;
        this.password = password;
        try (var staff = Client.staff(servers.get(), user, password)) {
            staff.await("board");
            staff.send("duty", "on", true, "capacity", 100, "id", "d");
            staff.await("ok", "d");
            for (int i = 0; i < visitors; i++) {
                var talker = new Talker(servers);
                talkers.add(talker);
                if (i % 2 == 0) {
                    staff.send("claim", "chat", talker.chat(), "id", "c" + i);
                    staff.await("claimed", "c" + i);
                }
            }
        }
        talkers.forEach(Talker::begin);
    }

    long acks() {
        return moments().filter(Talker.Moment::acked).count();
    }

    /** Waits until each visitor has been acked that many messages more. */
    void awaitAcks(int each) {
        var before = talkers.stream().map(t -> t.moments().size()).toList();
        Eventually.so("everybody is answered", java.time.Duration.ofSeconds(30), () -> {
            talkers.forEach(Talker::mustGoOn);
            for (int i = 0; i < talkers.size(); i++) {
                var since = talkers.get(i).moments().stream().skip(before.get(i));
                if (since.filter(Talker.Moment::acked).count() < each) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The longest that anybody waited for an answer, an ack or {@code unavailable}, in seconds. */
    double longestAnswer() {
        return moments().mapToLong(Talker.Moment::took).max().orElseThrow() / 1e9;
    }

    /** The server says within two seconds that it cannot; the rest is for a machine that runs a dozen servers at once. */
    void everybodyWasAnsweredInTime() {
        assertThat(longestAnswer()).isLessThan(3);
    }

    /** When the last visitor got the first ack after that moment, in seconds after it. */
    double backAfter(long nanos) {
        return talkers.stream()
                                .mapToLong(talker -> talker.moments().stream()
                                        .filter(m -> m.acked() && m.at() > nanos)
                                        .mapToLong(Talker.Moment::at)
                                        .min()
                                        .orElse(Long.MAX_VALUE))
                                .max()
                                .orElseThrow()
                        / 1e9
                - nanos / 1e9;
    }

    long refusals() {
        return moments().filter(m -> !m.acked()).count();
    }

    /** Ends the talk; demands that nothing acked is lost, doubled or out of order, and nobody out of queue and hands. */
    int account() {
        int lost = 0;
        for (var talker : talkers) {
            var log = talker.end();
            assertThat(log.stream().map(m -> m.path("seq").asLong()))
                    .as("numbers without a gap")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, log.size()).boxed().toList());
            var ids = log.stream()
                    .filter(m -> m.path("from").asText().equals("you"))
                    .map(m -> m.path("id").asText())
                    .toList();
            assertThat(ids).as("doubled").doesNotHaveDuplicates();
            var numbers = ids.stream()
                    .filter(id -> id.startsWith("m"))
                    .map(id -> Integer.parseInt(id.substring(1)))
                    .toList();
            assertThat(numbers).as("in order").isSorted();
            for (var ack : talker.acked().entrySet()) {
                boolean there = log.stream()
                        .anyMatch(m -> m.path("id").asText().equals(ack.getKey())
                                && m.path("seq").asLong() == ack.getValue());
                lost += there ? 0 : 1;
            }
        }
        everybodyIsSomewhere();
        return lost;
    }

    private void everybodyIsSomewhere() {
        try (var staff = Client.staff(server(), user, password)) {
            var board = staff.await("board");
            var places = Stream.concat(chats(board.path("waiting")), chats(board.path("mine")))
                    .toList();
            assertThat(places).as("each in one place").doesNotHaveDuplicates();
            assertThat(new HashSet<>(places))
                    .as("nobody lost")
                    .containsAll(talkers.stream().map(Talker::chat).toList());
        }
    }

    /** One that lives. */
    private Server server() {
        var server = servers.get();
        return server.isAlive() ? server : servers.get();
    }

    private static Stream<String> chats(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(card -> card.path("chat").asText());
    }

    private Stream<Talker.Moment> moments() {
        return talkers.stream().flatMap(talker -> talker.moments().stream());
    }

    @Override
    public void close() {
        talkers.forEach(Talker::leave);
    }
}
