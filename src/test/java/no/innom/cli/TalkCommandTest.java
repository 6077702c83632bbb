package no.innom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TalkCommandTest {

    private final StringWriter out = new StringWriter();

    private List<String> talk(String... words) {
        int status =
                new CommandLine(new TalkCommand()).setOut(new PrintWriter(out)).execute(words);
        assertThat(status).isZero();
        return out.toString().lines().map(String::strip).toList();
    }

    @Test
    void printsTheTranscriptAndTheHandoff() {
        List<String> lines = talk("temperatur", "--answers", "1,ja");

        assertThat(lines).contains("Innom: Hei! Fint at du stikker innom.", "You: 1", "You: ja");
        assertThat(lines).last().isEqualTo("-- handoff: samtale");
    }

    @Test
    void speaksTheLanguageAskedFor() {
        assertThat(talk("temperatur", "--language", "en", "--answers", ""))
                .contains("Innom: How are you right now?")
                .last()
                .isEqualTo("-- waits for an answer to temperatur.temperatur");
    }

    @Test
    void showsRiskAndHandsOverAtOnce() {
        List<String> lines = talk("bare-skrive", "--answers", "jeg vil ta livet av meg i kveld");

        assertThat(lines).anyMatch(line -> line.matches("-- risk: (high|acute) suicide: .*"));
        assertThat(lines).last().isEqualTo("-- handoff: akutt");
    }

    @Test
    void goesOnWhenNobodyIsOnDuty() {
        List<String> lines = talk("temperatur", "--closed", "--answers", "1,ja");

        assertThat(lines).contains("-- handoff: samtale (nobody is on duty)");
        assertThat(lines).last().isEqualTo("-- waits for an answer to temperatur.stengt > stengt.natta");
    }

    @Test
    void keepsWhatAnswersNothingAndAsksAgain() {
        List<String> lines = talk("temperatur", "--answers", "jeg vet da ikke,7");

        assertThat(lines).contains("-- kept as it is, but it answers nothing: the bot asks again");
        assertThat(lines)
                .filteredOn("Innom: Hvordan har du det akkurat nå?"::equals)
                .hasSize(2);
    }
}
