package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may open what: origins, passwords, cookies. */
class LoginIT {
    private static final String FRIEND = "https://ungdom.example.no";

    @AutoClose
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("INNOM_HTTP_ORIGINS", FRIEND);
    }

    @Test
    void opensTheVisitorSocketToOurOwnPagesAllowedOnesAndWhatIsNoBrowser() {
        assertThat(knock("/ws/visitor", Map.of())).isEqualTo(101);
        assertThat(knock("/ws/visitor", Map.of("Origin", server.url()))).isEqualTo(101);
        assertThat(knock("/ws/visitor", Map.of("Origin", FRIEND))).isEqualTo(101);
        assertThat(knock("/ws/visitor", Map.of("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(knock("/ws/visitor", Map.of("Origin", FRIEND + ".evil.example")))
                .isEqualTo(403);
        assertThat(knock("/ws/visitor", Map.of("Origin", "null"))).isEqualTo(403);
        assertThat(knock("/ws/visitor", Map.of("Origin", "http://127.0.0.1:1"))).isEqualTo(403);
    }

    @Test
    void opensTheStaffSocketOnlyWithACookieAndFromItsOwnPage() {
        var cookie = Client.cookie(server, "vakt", server.password());
        assertThat(knock("/ws/staff", Map.of("Cookie", cookie, "Origin", server.url())))
                .isEqualTo(101);
        assertThat(knock("/ws/staff", Map.of("Origin", server.url()))).isEqualTo(401);
        assertThat(knock("/ws/staff", Map.of("Cookie", "innom-staff=made-up", "Origin", server.url())))
                .isEqualTo(401);
        assertThat(knock("/ws/staff", Map.of("Cookie", cookie))).isEqualTo(403);
        assertThat(knock("/ws/staff", Map.of("Cookie", cookie, "Origin", FRIEND)))
                .isEqualTo(403);
    }

    @Test
    void givesACookieThatNoScriptAndNoOtherSiteGets() {
        var login = Client.login(server, "vakt", server.password());
        assertThat(login.statusCode()).isEqualTo(204);
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
        var byProxy = Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/login"))
                .header("X-Forwarded-Proto", "https")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"user\":\"vakt\",\"password\":\"" + server.password() + "\"}")));
        assertThat(byProxy.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void saysWhoIsLoggedInUntilTheyLogOut() {
        assertThat(Client.get(server, "/api/staff/me").statusCode()).isEqualTo(401);
        var cookie = Client.cookie(server, "vakt", server.password());
        var me = Client.get(server, "/api/staff/me", "Cookie", cookie);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"user\":\"vakt\"", "\"name\":\"Vakt\"", "leder");
        try (var staff = Client.staff(server, cookie)) {
            staff.await("board");
            var out = Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/logout"))
                    .header("Cookie", cookie)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(out.statusCode()).isEqualTo(204);
            assertThat(staff.closeCode()).isEqualTo(1008);
        }
        assertThat(Client.get(server, "/api/staff/me", "Cookie", cookie).statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersAWrongLoginWithAProblemAndTooManyWithHowLongToWait() {
        Program.addStaff(server, "glemsk", "Glemsk", "riktig-passord", "frivillig");
        var nobody = Client.login(server, "nobody-here", "whatever");
        var wrong = Client.login(server, "glemsk", "galt-passord");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(nobody.statusCode()).isEqualTo(401);
        // Whether there is such a user is not to be told.
        assertThat(nobody.body()).isEqualTo(wrong.body());
        assertThat(wrong.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        var last = wrong;
        for (int i = 0; i < 20 && last.statusCode() == 401; i++) {
            last = Client.login(server, "glemsk", "galt-passord");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(Client.login(server, "glemsk", "riktig-passord").statusCode())
                .isEqualTo(429);
        var mended = Program.run(server.settings(), "enda-et-passord\n", "staff", "password", "glemsk");
        assertThat(mended.status()).as(mended.err()).isZero();
        assertThat(Client.login(server, "glemsk", "enda-et-passord").statusCode())
                .isEqualTo(204);
    }

    @Test
    void letsNobodyKeepThePersonOnDutyOutByTryingWrongPasswords() {
        Program.addStaff(server, "alene", "Alene", "riktig-passord", "fagperson");
        var computer = Client.login(server, "alene", "riktig-passord").headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("innom-computer"))
                .findFirst()
                .orElseThrow();
        assertThat(computer).contains("HttpOnly", "SameSite=Strict", "Path=/api/staff/login");
        for (int i = 0; i < 11; i++) {
            Client.login(server, "alene", "galt-passord");
        }
        assertThat(Client.login(server, "alene", "riktig-passord").statusCode()).isEqualTo(429);
        var known = computer.substring(0, computer.indexOf(';'));
        assertThat(Client.login(server, "alene", "galt-passord", "Cookie", known)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Client.login(server, "alene", "riktig-passord", "Cookie", known)
                        .statusCode())
                .isEqualTo(204);
        assertThat(Client.login(server, "vakt", "galt-passord", "Cookie", known).statusCode())
                .isEqualTo(401);
        for (int i = 0; i < 10; i++) {
            Client.login(server, "alene", "galt-passord", "Cookie", known);
        }
        assertThat(Client.login(server, "alene", "riktig-passord", "Cookie", known)
                        .statusCode())
                .as("a known computer has its limit too")
                .isEqualTo(429);
    }

    @Test
    void takesAOneTimeCodeOnce() throws GeneralSecurityException {
        Program.addStaff(server, "kode", "Kode", "riktig-passord", "leder");
        var shown = Program.run(server.settings(), "", "staff", "totp", "kode").out();
        var code = code(shown.replaceAll("(?s).*secret=([A-Z2-7]+).*", "$1"));
        assertThat(login("kode", "riktig-passord", "").statusCode()).isEqualTo(401);
        assertThat(login("kode", "galt-passord", code).statusCode()).isEqualTo(401);
        assertThat(login("kode", "riktig-passord", code).statusCode()).isEqualTo(204);
        assertThat(login("kode", "riktig-passord", code).statusCode())
                .as("whoever looked over the shoulder")
                .isEqualTo(401);
    }

    @Test
    void countsTriesAtTheSameMoment() {
        Program.addStaff(server, "mange", "Mange", "riktig-passord", "frivillig");
        long wrong = IntStream.range(0, 40)
                .parallel()
                .filter(i -> Client.login(server, "mange", "galt-passord").statusCode() == 401)
                .count();
        assertThat(wrong).isPositive().isLessThanOrEqualTo(10);
    }

    @Test
    void refusesALoginThatIsNone() {
        for (var body : new String[] {"", "null", "[]", "{}", "{\"user\":\"vakt\"}", "nonsense", "{\"user\":5}"}) {
            var answer = Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/login"))
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(body).isIn(400, 401);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
        var large = Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/login"))
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000))));
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void closesTheConsoleOfSomebodyWhoIsShutOut() {
        Program.addStaff(server, "slutter", "Slutter", "et-langt-passord", "fagperson");
        try (var staff = Client.staff(server, "slutter", "et-langt-passord")) {
            staff.await("board");
            var ended = Program.run(server.settings(), "", "staff", "disable", "slutter");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(staff.closeCode()).isEqualTo(1008);
        }
        assertThat(Client.login(server, "slutter", "et-langt-passord").statusCode())
                .isEqualTo(401);
    }

    @Test
    void keepsAnEditorAwayFromChats() {
        Program.addStaff(server, "skriver", "Skriver", "et-langt-passord", "editor");
        try (var staff = Client.staff(server, "skriver", "et-langt-passord")) {
            staff.await("board");
            staff.send("duty", "on", true, "id", "d");
            assertThat(staff.await("error", "d").path("code").asText()).isEqualTo("not_allowed");
            staff.send("claim", "id", "c");
            assertThat(staff.await("error", "c").path("code").asText()).isIn("not_allowed", "none_waiting");
        }
    }

    private static int knock(String path, Map<String, String> headers) {
        return Client.knock(server, path, headers);
    }

    private static HttpResponse<String> login(String user, String password, String code) {
        var body = Client.JSON
                .createObjectNode()
                .put("user", user)
                .put("password", password)
                .put("code", code);
        return Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/login"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The code of this half minute, as an app reckons it. */
    private static String code(String secret) throws GeneralSecurityException {
        var digits = new StringBuilder();
        secret.chars()
                .forEach(letter ->
                        digits.append(Character.forDigit(letter < 'A' ? letter - '2' + 26 : letter - 'A', 32)));
        var number = new BigInteger(digits.toString(), 32).toByteArray();
        var key = new byte[20];
        for (int i = 0; i < Math.min(20, number.length); i++) {
            key[19 - i] = number[number.length - 1 - i];
        }
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "RAW"));
        var hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        return "%06d".formatted((ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE) % 1_000_000);
    }
}
