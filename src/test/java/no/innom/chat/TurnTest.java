package no.innom.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.innom.flow.Contact;
import no.innom.risk.Category;
import no.innom.risk.Earlier;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import no.innom.risk.Span;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant NOW = Instant.parse("2026-11-26T18:00:00Z");
    private final Chat chat = Chats.fresh(NOW.minusSeconds(60));
    private final Turn turn = new Turn(chat, NOW);

    @Test
    void numbersWhatIsSaidWithoutGaps() {
        turn.visitor("a", "hei", Finding.NOTHING);
        turn.bot("hei selv", null, List.of());
        turn.staff("kari", "Kari", "s1", "her er jeg");
        assertThat(turn.said()).extracting(Message::seq).containsExactly(1L, 2L, 3L);
        var after = turn.after();
        assertThat(after.envelope().seq()).isEqualTo(3);
        assertThat(after.rev()).isEqualTo(chat.rev() + 1);
        assertThat(after.envelope().lastWord()).isEqualTo(NOW);
        var next = new Turn(after, NOW.plusSeconds(1));
        assertThat(next.bot("mer", null, List.of()).seq()).isEqualTo(4);
    }

    @Test
    void remembersTheSendersIdWithItsNumber() {
        turn.visitor("a", "hei", Finding.NOTHING);
        turn.bot("hei selv", null, List.of());
        assertThat(turn.receipt()).isEqualTo(new Receipt("v:a", 1));
        // The same id of the visitor, of two staff members, and of none do not meet.
        assertThat(List.of(Receipt.visitor("x"), Receipt.staff("kari", "x"), Receipt.staff("per", "x")))
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsWhatTheVisitorSaidLately() {
        turn.visitor("a", "hei", Finding.NOTHING);
        turn.bot("hei selv", null, List.of());
        for (int i = 0; i < Chat.MOST_RECENT; i++) {
            turn.visitor("b" + i, "mer " + i, new Finding(Level.WATCH, null, List.of(), List.of()));
        }
        var recent = turn.after().recent();
        assertThat(recent).extracting(Earlier::text).containsExactly("mer 0", "mer 1", "mer 2", "mer 3", "mer 4");
        assertThat(recent).extracting(Earlier::level).containsOnly(Level.WATCH);
        assertThat(chat.recalled(turn.said()).recent()).as("read from the log").isEqualTo(recent);
    }

    @Test
    void isTalkOnlyWhileNothingButWordsIsAdded() {
        assertThat(turn.isTalk()).as("nothing said").isFalse();
        turn.visitor("a", "hei", Finding.NOTHING);
        assertThat(turn.isTalk()).isTrue();
        turn.hold("kari", "Kari");
        assertThat(turn.isTalk()).as("taken by somebody").isFalse();
        turn.hold(null, "");
        assertThat(turn.isTalk()).isTrue();
        turn.alarm(0);
        assertThat(turn.isTalk()).as("rings").isFalse();
        turn.alarm(-1);
        turn.raise(Level.HIGH, Category.SUICIDE);
        assertThat(turn.isTalk()).as("is graver than before").isFalse();
    }

    @Test
    void isNoTalkWhileItWaits() {
        turn.visitor("a", "hei", Finding.NOTHING);
        turn.status(Status.WAITING);
        assertThat(turn.isTalk()).as("waits").isFalse();
    }

    @Test
    void raisesTheLevelAndNeverLowersIt() {
        turn.raise(Level.WATCH, Category.SELF_HARM);
        turn.raise(Level.ACUTE, Category.SUICIDE);
        turn.raise(Level.HIGH, Category.VIOLENCE);
        turn.raise(Level.NONE, null);
        assertThat(turn.after().envelope().level()).isEqualTo(Level.ACUTE);
        assertThat(turn.after().envelope().category()).isEqualTo(Category.SUICIDE);
    }

    @Test
    void takesTheCategoryOfTheSameLevelOnlyWhenItHadNone() {
        turn.raise(Level.HIGH, null);
        turn.raise(Level.HIGH, Category.VIOLENCE);
        turn.raise(Level.HIGH, Category.EATING);
        assertThat(turn.after().envelope().category()).isEqualTo(Category.VIOLENCE);
    }

    @Test
    void countsNotesApartFromMessages() {
        turn.note("kari", "Kari", "n1", "virker trygg");
        assertThat(turn.said()).isEmpty();
        assertThat(turn.receipt()).isEqualTo(new Receipt("s:kari:n1", 0));
        assertThat(turn.after().envelope().notes()).isEqualTo(1);
        assertThat(turn.after().envelope().seq()).isZero();
        // A note is no word in the chat: it does not keep the text for longer.
        assertThat(turn.after().envelope().lastWord()).isEqualTo(chat.envelope().lastWord());
    }

    @Test
    void putsContactsBesideWhatWasSaidLast() {
        turn.visitor(
                "a", "jeg vil dø", new Finding(Level.HIGH, Category.SUICIDE, List.of(new Span(4, 10)), List.of("r")));
        turn.contacts(List.of(new Contact("Ambulanse", "113", null, null, null)));
        assertThat(turn.said()).singleElement().satisfies(message -> {
            assertThat(message.whom()).hasSize(1);
            assertThat(message.text()).isEqualTo("jeg vil dø");
            assertThat(message.risk()).isNotNull();
        });
    }

    @Test
    void givesEachHolderANewToken() {
        turn.hold("kari", "Kari");
        var first = turn.after().envelope();
        var next = new Turn(turn.after(), NOW.plus(Duration.ofMinutes(1)));
        next.hold(null, "");
        next.hold("kari", "Kari");
        assertThat(next.after().envelope().holder()).isNotEqualTo(first.holder());
        assertThat(next.after().envelope().tokens()).isEqualTo(2);
    }

    @Test
    void leavesTheChatItBeganWithAsItWas() {
        turn.visitor("a", "hei", Finding.NOTHING);
        turn.status(Status.CLOSED);
        turn.clock(Clock.IDLE, NOW);
        assertThat(turn.before()).isSameAs(chat);
        assertThat(chat.envelope().status()).isEqualTo(Status.BOT);
        assertThat(chat.envelope().clocks()).isEmpty();
        assertThat(chat.toString()).doesNotContain("hei");
    }
}
