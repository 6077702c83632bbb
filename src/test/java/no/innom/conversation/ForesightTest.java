package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.innom.risk.RiskScanner;
import org.junit.jupiter.api.Test;

/** What an example's words would come to is what they come to in a chat. */
class ForesightTest {
    private static final Foresight FORESIGHT =
            new Foresight(RiskScanner.load(Path.of("conf/risk"), problem -> {})::scan, "akutt");

    @Test
    void bringsWhatIsRiskyToItsQueueAndLetsTheRestGoOn() {
        assertThat(FORESIGHT.queue(List.of("jeg har lyst til å dø"), false)).contains("akutt");
        assertThat(FORESIGHT.queue(List.of("Jeg hater mandager"), true)).isEmpty();
    }

    @Test
    void readsASecondHintWithTheFirst() {
        assertThat(FORESIGHT.queue(List.of("alt er meningsløst"), false)).isEmpty();
        assertThat(FORESIGHT.queue(List.of("alt er meningsløst"), true)).contains("akutt");
        assertThat(FORESIGHT.queue(List.of("føler meg tom", "alt er meningsløst"), false))
                .contains("akutt");
    }

    @Test
    void leavesWhatCannotBeScannedToAPerson() {
        Foresight broken = new Foresight(
                (text, at, earlier) -> {
                    throw new IllegalStateException();
                },
                "akutt");
        assertThat(broken.queue(List.of("hei"), false)).contains("akutt");
    }
}
