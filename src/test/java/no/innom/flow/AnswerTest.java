package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final List<Choice> CHOICES = List.of(
            new Choice("ja", "Ja, hent noen"), new Choice("nei", "Nei"), new Choice("vet-ikke", "Vet ikke helt"));
    private static final Ask TEXT = new Ask("s", Kind.TEXT, true, null, List.of(), null, null, null, null, null, 10);
    private static final Ask CHOICE =
            new Ask("s", Kind.CHOICE, false, null, CHOICES, null, null, null, null, null, null);
    private static final Ask MULTI = new Ask("s", Kind.MULTI, true, null, CHOICES, null, null, null, null, null, null);
    private static final Ask SCALE = new Ask("s", Kind.SCALE, true, null, List.of(), 0, 10, null, null, null, null);

    @Test
    void readsWhatTheWireSends() {
        assertThat(Answer.read(TEXT, "hei")).isEqualTo(new Answer.Text("hei"));
        assertThat(Answer.read(CHOICE, "ja")).isEqualTo(new Answer.Chosen("ja"));
        assertThat(Answer.read(MULTI, List.of("nei", "ja", "nei"))).isEqualTo(new Answer.Several(List.of("ja", "nei")));
        assertThat(Answer.read(MULTI, List.of())).isEqualTo(new Answer.Skipped());
        assertThat(Answer.read(SCALE, 7)).isEqualTo(new Answer.Score(7));
        assertThat(Answer.read(SCALE, 7L)).isEqualTo(new Answer.Score(7));
        assertThat(Answer.read(SCALE, 7.0)).isEqualTo(new Answer.Score(7));
        assertThat(Answer.read(SCALE, null)).isEqualTo(new Answer.Skipped());
    }

    @Test
    void refusesWhatTheQuestionDoesNotTakeAndNeverRepeatsIt() {
        for (Object wrong : Arrays.asList(null, "hemmelig", 7, List.of("ja"), true)) {
            assertThatThrownBy(() -> Answer.read(CHOICE, wrong))
                    .isInstanceOf(BadAnswerException.class)
                    .hasMessageNotContaining("hemmelig");
        }
        for (Object wrong : List.of(11, -1, 7.5, "7", 4294967296L, Double.NaN)) {
            assertThatThrownBy(() -> Answer.read(SCALE, wrong)).isInstanceOf(BadAnswerException.class);
        }
        assertThatThrownBy(() -> Answer.read(MULTI, Arrays.asList("ja", null))).isInstanceOf(BadAnswerException.class);
        assertThatThrownBy(() -> Answer.read(TEXT, "  ")).isInstanceOf(BadAnswerException.class);
        assertThatThrownBy(() -> Answer.read(TEXT, "for mange tegn")).isInstanceOf(BadAnswerException.class);
    }

    @Test
    void understandsWhatIsTyped() {
        assertThat(Answer.understand(SCALE, " 7 ")).contains(new Answer.Score(7));
        assertThat(Answer.understand(SCALE, "10.")).contains(new Answer.Score(10));
        assertThat(Answer.understand(SCALE, "11")).isEmpty();
        assertThat(Answer.understand(SCALE, "ganske ille")).isEmpty();
        assertThat(Answer.understand(SCALE, "Hopp over")).contains(new Answer.Skipped());
        assertThat(Answer.understand(CHOICE, "hopp over")).isEmpty();
        assertThat(Answer.understand(CHOICE, "JA, hent  noen!")).contains(new Answer.Chosen("ja"));
        assertThat(Answer.understand(CHOICE, "ja")).contains(new Answer.Chosen("ja"));
        assertThat(Answer.understand(CHOICE, "ja men jeg vil dø")).isEmpty();
        assertThat(Answer.understand(MULTI, "Nei og Vet ikke helt"))
                .contains(new Answer.Several(List.of("nei", "vet-ikke")));
        assertThat(Answer.understand(TEXT, "langt mer enn ti tegn")).contains(new Answer.Text("langt mer enn ti tegn"));
        assertThat(Answer.understand(TEXT, " ")).isEmpty();
    }
}
