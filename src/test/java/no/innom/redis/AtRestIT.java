package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Redis and its files hold of a chat: nothing in the clear while it lives, nothing at all afterwards. */
class AtRestIT {
    /** Words that nothing else would say. */
    private static final String NICKNAME = "Kvitebjørn";

    private static final String TEXT = "blåbærsyltetøyfabrikken ved elva";
    private static final String RISK = "jeg vil dø på hønefosstunet";
    private static final String FROM_STAFF = "skogfiolen blomstrer ennå";
    private static final String NOTE = "ringte til Rødnebbsgata";
    private static final List<String> WORDS = List.of(
            NICKNAME, "blåbærsyltetøy", "hønefosstunet", "vil dø", "skogfiolen", "Rødnebbsgata", "\"temperatur\":3");

    @AutoClose
    private static Server server;

    private static String cookie;

    @BeforeAll
    static void start() {
        server = Server.start("INNOM_CHAT_RETENTION", "PT1H");
        cookie = Client.cookie(server, "vakt", server.password());
    }

    @Test
    void holdsNothingInTheClearAndNothingAtAllAfterErase() {
        try (var visitor = Client.visitor(server);
                var staff = Client.staff(server, cookie);
                var peek = new Peek(server.data())) {
            var chat = talk(visitor, staff);
            assertThat(peek.holds(chat)).isTrue();
            for (var word : WORDS) {
                assertThat(peek.holds(word)).as("in the clear: %s", word).isFalse();
                assertThat(peek.disk()).as("on the disk: %s", word).doesNotContain(bytes(word));
            }

            visitor.just("erase");
            assertThat(visitor.await("bye").path("reason").asText()).isEqualTo("erased");
            assertThat(visitor.closeCode()).isEqualTo(1000);
            staff.await(frame -> frame.path("type").asText().equals("gone")
                    && frame.path("chat").asText().equals(chat));

            assertThat(peek.everything()).noneMatch(one -> one.contains(chat));
            peek.rewrite();
            assertThat(peek.disk()).doesNotContain(chat);
            assertThat(peek.everything()).noneMatch(one -> one.contains(chat));
        }
        assertThat(server.log()).doesNotContain(WORDS.toArray(String[]::new));
    }

    @Test
    void leavesNothingOfAChatThatWasErasedWhileItWaited() {
        try (var visitor = Client.visitor(server);
                var peek = new Peek(server.data())) {
            var chat = visitor.start().path("chat").asText();
            visitor.say("r", RISK);
            visitor.just("erase");
            visitor.await("bye");
            assertThat(peek.everything()).noneMatch(one -> one.contains(chat));
        }
    }

    @Test
    void leavesNothingWhenTheRetentionIsOver() {
        try (var brief = Server.start("INNOM_CHAT_RETENTION", "PT5S")) {
            var pass = Client.cookie(brief, "vakt", brief.password());
            try (var visitor = Client.visitor(brief);
                    var waiting = Client.visitor(brief);
                    var gone = Client.visitor(brief);
                    var staff = Client.staff(brief, pass);
                    var peek = new Peek(brief.data())) {
                var held = talk(visitor, staff);
                var waits = waiting.start().path("chat").asText();
                waiting.say("r", RISK);
                var left = gone.start().path("chat").asText();
                gone.say("m", TEXT);
                gone.drop();
                var ids = List.of(held, waits, left);
                assertThat(ids).allMatch(peek::holds);

                Eventually.so("the end of the retention", Duration.ofSeconds(30), () -> peek.everything().stream()
                        .noneMatch(one -> ids.stream().anyMatch(one::contains)));
                assertThat(visitor.await("bye").path("reason").asText()).isEqualTo("expired");
                assertThat(waiting.await("bye").path("reason").asText()).isEqualTo("expired");
                staff.await(frame -> frame.path("type").asText().equals("gone")
                        && frame.path("chat").asText().equals(waits));
                peek.rewrite();
                assertThat(peek.disk()).doesNotContain(held).doesNotContain(waits);
            }
        }
    }

    @Test
    void leavesNoSnapshotBehindWhenTheServerStops() throws IOException {
        try (var own = Server.start()) {
            try (var visitor = Client.visitor(own)) {
                visitor.start();
                visitor.say("m", TEXT);
            }
            assertThat(own.stop()).isZero();
            // A snapshot would outlive the erasure of what is in it.
            assertThat(own.data().resolve("redis/dump.rdb")).doesNotExist();
        }
    }

    @Test
    void keepsKeysAndPasswordsFromOtherUsersOfTheMachine() throws IOException {
        for (var file : List.of("master.key", "redis/address", "redis/redis.conf")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(server.data().resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(server.data().resolve("redis"))))
                .isEqualTo("rwx------");
        try (var peek = new Peek(server.data())) {
            var key = Files.readString(server.data().resolve("master.key")).strip();
            assertThat(peek.holds(key)).isFalse();
            assertThat(server.log()).doesNotContain(key);
            assertThat(peek.holds(server.password())).isFalse();
            assertThat(peek.holds(cookie.substring(cookie.indexOf('=') + 1))).isFalse();
        }
    }

    /** A chat with everything in it; answers its id. */
    private static String talk(Client visitor, Client staff) {
        staff.send("duty", "on", true, "capacity", 50, "id", "d");
        staff.await("ok", "d");
        visitor.send("start", "language", "nb", "nickname", NICKNAME);
        var chat = visitor.await("welcome").path("chat").asText();
        visitor.await(frame -> frame.path("ask").path("step").asText().equals("temperatur"));
        visitor.send("answer", "id", "a1", "step", "temperatur", "value", 3);
        visitor.await("ack", "a1");
        visitor.say("m1", TEXT);
        visitor.say("m2", RISK);
        staff.send("claim", "chat", chat, "id", "c");
        staff.await("claimed", "c");
        staff.send("say", "chat", chat, "id", "s1", "text", FROM_STAFF);
        staff.await("ack", "s1");
        staff.send("note", "chat", chat, "id", "n1", "text", NOTE);
        staff.await("ack", "n1");
        return chat;
    }

    private static String bytes(String word) {
        return new String(
                word.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
