package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directory, the words, the hours and the phrases are edited as flows are, and what is published holds at once. */
class ConfIT {
    @AutoClose
    private static Server server;

    private static Desk vakt;

    @BeforeAll
    static void start() {
        server = Server.start();
        vakt = Desk.of(server, "vakt", server.password());
    }

    @Test
    void theFilesAreTheFirstVersionsAndNoFlows() throws IOException {
        var files = vakt.get("/api/conf").json().path("files");
        assertThat(files.findValuesAsText("id")).containsExactly("directory", "words", "hours", "phrases");
        assertThat(vakt.get("/api/conf/directory?version=1").json().path("text").asText())
                .isEqualTo(Files.readString(Path.of("conf/directory.yaml")));
        assertThat(vakt.get("/api/flows").text()).doesNotContain("\"directory\"");
        assertThat(vakt.get("/api/conf/innom").status()).isEqualTo(404);
    }

    @Test
    void publishedHoursAndDirectoryHoldWithinTwoSeconds() {
        var hours = vakt.get("/api/conf/hours").json();
        var text = "zone: Europe/Oslo\ndays:\n  2040-01-01: closed\n";
        var published = publish("hours", text, hours.path("rev").asInt());
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        Eventually.so("the hours are closed", Duration.ofSeconds(2), () -> !Client.get(server, "/api/open")
                .body()
                .contains("opensAt"));
        assertThat(publish("hours", text, hours.path("rev").asInt())
                        .json()
                        .at("/theirs/text")
                        .asText())
                .as("somebody else has published since")
                .isEqualTo(text);

        var directory = vakt.get("/api/conf/directory").json();
        var renamed = directory.path("text").asText().replace("Ambulanse (nødnummer)", "Ambulanse ring nå");
        assertThat(publish("directory", renamed, directory.path("rev").asInt()).status())
                .isEqualTo(201);
        Eventually.so("the name is new", Duration.ofSeconds(2), () -> Client.get(server, "/api/contacts?lang=nb")
                .body()
                .contains("Ambulanse ring nå"));
        var record = vakt.get("/api/record?flow=directory").json();
        assertThat(record.at("/entries/0/what").asText()).isEqualTo("conf");
    }

    @Test
    void whatWouldBreakAFlowIsToldAndHeldBack() {
        var directory = vakt.get("/api/conf/directory").json();
        var without = "languages: [nb]\nalways: hele døgnet\ndaily: hver dag\ncontacts: {}\n";
        var check = vakt.post("/api/conf/directory/check", "text", without).json();
        assertThat(check.path("problems").findValuesAsText("code")).contains("no-such-contact");
        assertThat(check.path("problems").findValuesAsText("file")).anyMatch(file -> file.endsWith(".yaml"));
        assertThat(publish("directory", without, directory.path("rev").asInt()).status())
                .isEqualTo(409);
        assertThat(vakt.post("/api/conf/hours/check", "text", "zone: Mars")
                        .json()
                        .path("problems")
                        .isEmpty())
                .isFalse();
        assertThat(vakt.post("/api/conf/phrases/check", "text", "languages: [nb, nn]\nphrases: {a: {nb: Hei}}")
                        .json()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("missing-field");
    }

    @Test
    void newWordsAreWarnedOfInTheNextCheck() {
        var words = vakt.get("/api/conf/words").json();
        var text = words.path("text").asText().replace("  nb:\n", "  nb:\n    stikker: kommer\n");
        assertThat(publish("words", text, words.path("rev").asInt()).status()).isEqualTo(201);
        Eventually.so("the word is warned of", Duration.ofSeconds(2), () -> vakt.post(
                        "/api/flows/temperatur/check", "text", Desk.shipped("temperatur"))
                .json()
                .path("words")
                .findValuesAsText("found")
                .contains("stikker"));
    }

    @Test
    void staffGetThePhrasesAndEverybodyTheSchemas() {
        assertThat(vakt.get("/api/phrases").json().at("/phrases/0/text/nb").asText())
                .isNotEmpty();
        assertThat(Client.get(server, "/api/phrases").statusCode()).isEqualTo(401);
        for (var name : new String[] {"flow", "directory", "words", "hours", "phrases"}) {
            var schema = Client.get(server, "/api/schema/" + name + ".json");
            assertThat(schema.statusCode()).isEqualTo(200);
            assertThat(schema.body()).contains("$schema");
        }
        assertThat(Client.get(server, "/api/schema/nothing.json").statusCode()).isEqualTo(404);
    }

    @Test
    void anEarlierVersionHoldsAgainAsANewOneAndTheRecordSaysWhy() {
        var before = vakt.get("/api/conf/phrases").json();
        int rev = before.path("rev").asInt();
        publish("phrases", "languages: [nb]\nphrases:\n  hei: {nb: Hei}\n", rev);
        var back = vakt.post("/api/conf/phrases/versions/" + rev + "/publish", "reason", "Den første var bedre");
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.json().at("/version/number").asInt()).isEqualTo(rev + 2);
        assertThat(vakt.get("/api/conf/phrases").json().path("text").asText())
                .isEqualTo(before.path("text").asText());
        var last = vakt.get("/api/record?flow=phrases").json().at("/entries/0");
        assertThat(last.path("what").asText()).isEqualTo("rollback");
        assertThat(last.path("reason").asText()).isEqualTo("Den første var bedre");
        assertThat(vakt.post("/api/conf/phrases/versions/999/publish", "reason", "x")
                        .status())
                .isEqualTo(404);
        assertThat(vakt.post("/api/conf/phrases/versions/1/publish").status()).isEqualTo(400);
    }

    @Test
    void aContactThatNobodyHasCheckedForLongIsAdvisedOfWhereItStands() {
        var text = vakt.get("/api/conf/directory").json().path("text").asText();
        var old = text.replaceFirst("checked: \\S+", "checked: 2020-01-01");
        int line = (int) old.substring(0, old.indexOf("2020-01-01")).lines().count();
        var problem = vakt.post("/api/conf/directory/check", "text", old).json().at("/problems/0");
        assertThat(problem.path("code").asText()).isEqualTo("unchecked");
        assertThat(problem.path("severity").asText()).isEqualTo("warning");
        assertThat(problem.path("line").asInt()).isEqualTo(line);
    }

    private static Desk.Answer publish(String id, String text, int rev) {
        return vakt.post("/api/conf/" + id + "/publish", "text", text, "rev", rev, "reason", "prøve");
    }
}
