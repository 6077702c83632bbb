package no.innom.conversation;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatKey;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Contents;
import no.innom.chat.Envelope;
import no.innom.chat.MasterKey;
import no.innom.chat.Message;
import no.innom.chat.Receipt;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.config.Texts;
import no.innom.escalation.Handovers;
import no.innom.flow.Answer;
import no.innom.flow.Ask;
import no.innom.flow.BadAnswerException;
import no.innom.flow.Flow;
import no.innom.flow.Flows;
import no.innom.flow.Kind;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor can do. A message meets the risk scanner first, always; then the person who holds the chat, or the
 * flow. What was decided is stored in one step, then acknowledged, then told to those who listen.
 *
 * <p>Futures fail with {@link RefusedException} or {@link no.innom.chat.StoreAwayException}; nothing was stored then
 * that sending the same again would double.
 */
public final class Conversation {
    /** The visitor's silence in the closing flow after which the chat is closed. */
    static final Duration CLOSING_SILENCE = Duration.ofMinutes(10);

    private static final int PAGE = 500;
    private static final ChatId NOBODY = new ChatId("0aaaaaaaaaaaaaaaaaaa");

    private final Commits commits;
    private final ChatStore store;
    private final ChatBus bus;
    private final Bot bot;
    private final Handovers handovers;
    private final Guard guard;
    private final Words words;
    private final Texts texts;
    private final MasterKey master;
    private final String firstFlow;
    private final String closingFlow;
    private final String waitingFlow;
    private final Flows flows;
    private final ZoneId zone;
    private final SecureRandom random = new SecureRandom();

    Conversation(Parts parts, Bot bot, Words words) {
        this.commits = parts.commits();
        this.store = parts.store();
        this.bus = parts.bus();
        this.guard = parts.guard();
        this.texts = parts.texts();
        this.master = parts.master();
        this.firstFlow = parts.flowNames().first();
        this.closingFlow = parts.flowNames().closing();
        this.waitingFlow = parts.flowNames().waiting();
        this.flows = parts.flows();
        this.zone = parts.zone();
        this.bot = bot;
        this.handovers = parts.handovers();
        this.words = words;
    }

    /**
     * Begins a chat.
     *
     * @param language as wished; one that the service does not speak falls back to its first
     * @param flow the flow to begin with, or null for the service's own, which also takes in whoever comes to a
     *     theme evening before it opens or after it has closed
     * @param nickname empty when there is none; it is scanned as everything else
     * @param stored is called with the chat and its key before the first message is told
     */
    public Future<Chat> start(
            @Nullable String language, @Nullable String flow, String nickname, BiConsumer<Chat, ChatKey> stored) {
        var wished = flows.live(flow == null ? firstFlow : flow);
        if (wished.isEmpty()) {
            return Future.failedFuture(new RefusedException(Refusal.BAD_FIELD, "flow"));
        }
        var theme = wished.get().theme();
        boolean shut =
                theme != null && theme.dated() && !theme.openAt(commits.now().atZone(zone));
        var begins = shut ? firstFlow : wished.get().id();
        var id = ChatId.draw(random);
        var key = ChatKey.draw(id, random);
        var now = commits.now();
        var turn = new Turn(fresh(id, key, texts.speak(language), begins, nickname, now), now);
        var risk = nickname.isBlank() ? Finding.NOTHING : guard.scan(nickname, now, List.of());
        if (risk.level().handsOver()) {
            turn.visitor("nickname", nickname, risk);
            turn.raise(risk.level(), risk.category());
            bot.handOver(turn, risk);
        } else {
            bot.start(turn, begins);
        }
        return commits.begin(turn, chat -> stored.accept(chat, key));
    }

    /** The chat that the key opens; fails with {@code unknown_key}, after the same time whether or not there is one. */
    public Future<Chat> open(@Nullable String key) {
        var read = key == null ? Optional.<ChatKey>empty() : ChatKey.read(key);
        return store.load(read.map(ChatKey::chat).orElse(NOBODY), null).compose(loaded -> loaded.map(l -> l.chat())
                .filter(chat -> read.isPresent() && read.get().opens(chat.keyHash()))
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new RefusedException(Refusal.UNKNOWN_KEY))));
    }

    /** The whole log after a number, up to the message that the chat had last when it was loaded. */
    public Future<List<Message>> log(Chat chat, long after) {
        return page(chat, after, new ArrayList<>());
    }

    /** Free text, also as the answer to a question. {@code stored} is called with its number before anybody is told. */
    public Future<@Nullable Chat> say(ChatId chat, String id, String text, LongConsumer stored) {
        return commits.change(chat, Receipt.visitor(id), turn -> hear(turn, id, text), stored);
    }

    /**
     * The answer to a question.
     *
     * @param value as JSON gives it: a string, a number, a list, or null to skip
     */
    public Future<@Nullable Chat> answer(
            ChatId chat, String id, String step, @Nullable Object value, LongConsumer stored) {
        return commits.change(chat, Receipt.visitor(id), turn -> answered(turn, id, step, value), stored);
    }

    /** "I want a person now." */
    public Future<@Nullable Chat> human(ChatId chat, String id, LongConsumer stored) {
        return commits.change(
                chat,
                Receipt.visitor(id),
                turn -> {
                    turn.visitor(id, words.say(turn, "human-said"), Finding.NOTHING);
                    handovers.owesAnswer(turn);
                    if (turn.status() != Status.HUMAN) {
                        bot.fetchPerson(turn);
                    }
                },
                stored);
    }

    /**
     * The title of what there is to do for one who waits, in the chat's language; empty where nothing is offered:
     * after risk the bot asks nothing more, and while a flow talks there is something to do already.
     */
    public Optional<String> meanwhile(Chat chat) {
        var envelope = chat.envelope();
        return envelope.waiting() && !envelope.atRisk() && chat.contents().flow() == null
                ? flows.live(waitingFlow).map(flow -> flow.title().in(flow.speaks(envelope.language())))
                : Optional.empty();
    }

    /** "Something to do while I wait": the flow for those who wait begins. The place in the queue is kept. */
    public Future<@Nullable Chat> doMeanwhile(ChatId chat, String id, LongConsumer stored) {
        return commits.change(
                chat,
                Receipt.visitor(id),
                turn -> {
                    var title = meanwhile(turn.before()).orElseThrow(() -> new RefusedException(Refusal.NOT_EXPECTED));
                    turn.visitor(id, title, Finding.NOTHING);
                    bot.start(turn, waitingFlow);
                },
                stored);
    }

    /** Ends the chat at once, or with the closing flow. */
    public Future<@Nullable Chat> end(ChatId chat, boolean closing) {
        return commits.change(chat, turn -> {
            if (turn.status() == Status.CLOSED) {
                return;
            }
            bot.close(turn);
            if (closing) {
                close(turn);
            }
        });
    }

    /** Erases the chat and everything about it. */
    public Future<Boolean> erase(ChatId chat) {
        return store.load(chat, null)
                .compose(last -> store.erase(chat)
                        .onSuccess(done -> last.ifPresent(
                                l -> commits.waits().ended(l.chat().envelope()))))
                .onFailure(e -> bus.doubt(chat))
                .onSuccess(done -> bus.ring(new ChatEvent.Gone(chat, "erased")));
    }

    /** The closing flow begins; the chat ends with it. */
    void close(Turn turn) {
        turn.status(Status.BOT);
        turn.closing(true);
        turn.clock(Clock.CLOSING, turn.now().plus(CLOSING_SILENCE));
        bot.start(turn, closingFlow);
    }

    private void hear(Turn turn, String id, String text) {
        var risk = judge(turn, text);
        turn.visitor(id, text, risk);
        handovers.owesAnswer(turn);
        if (reactsToRisk(turn, text, risk) || turn.status() == Status.HUMAN) {
            return;
        }
        if (turn.status() == Status.CLOSED) {
            bot.fetchPerson(turn);
            return;
        }
        var ask = bot.asking(turn);
        var answer = ask.flatMap(question -> Answer.understand(question, text));
        boolean hinted = turn.unanswered() != null;
        if (hinted && (answer.isEmpty() || takesText(ask))) {
            bot.goOn(turn);
        } else if (answer.isPresent()) {
            turn.unanswered(null);
            bot.answer(turn, answer.get());
        } else if (ask.isPresent()) {
            bot.say(turn, "said-elsewhere");
        } else if (turn.status() == Status.BOT) {
            bot.say(turn, "no-more-questions");
        }
    }

    private void answered(Turn turn, String id, String step, @Nullable Object value) {
        var ask = bot.asking(turn)
                .filter(question -> question.step().equals(step))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_EXPECTED));
        Answer answer;
        try {
            answer = Answer.read(ask, value);
        } catch (BadAnswerException e) {
            throw new RefusedException(Refusal.BAD_FIELD, "value");
        }
        var shown = shown(turn, ask, answer);
        var risk = answer instanceof Answer.Text ? judge(turn, shown) : Finding.NOTHING;
        turn.visitor(id, shown, risk);
        if (!reactsToRisk(turn, shown, risk)) {
            turn.unanswered(null);
            bot.answer(turn, answer);
        }
    }

    private Finding judge(Turn turn, String text) {
        if (turn.unanswered() != null && words.affirms(turn, text)) {
            var straight = guard.scan(text, turn.now(), List.of());
            return straight.level().handsOver()
                    ? straight
                    : new Finding(
                            Level.HIGH,
                            straight.category(),
                            List.of(new no.innom.risk.Span(0, text.length())),
                            List.of("yes-to-the-question"));
        }
        return bot.asTheFlowSees(turn, guard.scan(text, turn.now(), turn.recent()));
    }

    /** Answers whether the turn is over: a person is brought, or the bot asks about a hint. */
    private boolean reactsToRisk(Turn turn, String text, Finding risk) {
        turn.raise(risk.level(), risk.category());
        if (turn.closing()) {
            turn.clock(Clock.CLOSING, turn.now().plus(CLOSING_SILENCE));
        }
        if (turn.status() == Status.HUMAN || risk.level() == Level.NONE) {
            return false;
        }
        if (risk.level().handsOver()) {
            bot.handOver(turn, risk);
            return true;
        }
        if (turn.status() == Status.BOT || turn.flow() != null) {
            bot.askAboutHint(turn, text);
            return true;
        }
        return false;
    }

    private String shown(Turn turn, Ask ask, Answer answer) {
        if (answer instanceof Answer.Text text) {
            return text.text();
        }
        if (answer instanceof Answer.Score score) {
            return Integer.toString(score.value());
        }
        if (answer instanceof Answer.Chosen chosen) {
            return label(ask, chosen.value());
        }
        if (answer instanceof Answer.Several several) {
            return String.join(
                    ", ",
                    several.values().stream().map(value -> label(ask, value)).toList());
        }
        return words.say(turn, "skipped");
    }

    private static String label(Ask ask, String value) {
        return ask.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(choice -> choice.label())
                .findFirst()
                .orElse(value);
    }

    private static boolean takesText(Optional<Ask> ask) {
        return ask.map(Ask::kind).filter(Kind.TEXT::equals).isPresent();
    }

    private Future<List<Message>> page(Chat chat, long after, List<Message> read) {
        return store.messages(chat, after, PAGE).compose(messages -> {
            read.addAll(messages);
            return messages.size() < PAGE
                    ? Future.succeededFuture(read)
                    : page(chat, messages.get(messages.size() - 1).seq(), read);
        });
    }

    private Chat fresh(ChatId id, ChatKey key, String language, String flow, String nickname, Instant now) {
        var envelope = new Envelope(
                Status.BOT,
                false,
                language,
                flow,
                flows.live(flow).map(Flow::version).orElse(0),
                now,
                now,
                0,
                0,
                Level.NONE,
                null,
                null,
                null,
                0,
                Map.copyOf(new EnumMap<>(Clock.class)),
                null);
        return new Chat(id, 0, key.hash(), master.newChat(id, random), envelope, Contents.of(nickname));
    }
}
