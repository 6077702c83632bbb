package no.innom.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void findsWhatWasMeantAndNothingWhereItIsFarOff() {
        assertThat(Nearest.to("temperatr", List.of("tema", "temperatur"))).contains("temperatur");
        assertThat(Nearest.to("SAY", List.of("say", "ask"))).contains("say");
        assertThat(Nearest.to("banan", List.of("say", "ask"))).isEmpty();
        assertThat(Nearest.hint("nxt", List.of("next"))).isEqualTo(" Did you mean \"next\"?");
        assertThat(Nearest.hint("banan", List.of("next"))).isEmpty();
    }
}
