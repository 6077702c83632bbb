package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.From;
import no.innom.chat.Holder;
import no.innom.chat.Message;
import no.innom.chat.Status;
import no.innom.config.Settings;
import no.innom.conversation.Refusal;
import no.innom.conversation.RefusedException;
import no.innom.flow.Contact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A visitor's socket: section 1 of {@code protocol.md}. Opening it creates nothing.
 *
 * <p>Beyond the protocol it sends {@code staff} ({@code here}, {@code name}) when the person who holds the chat has lost
 * the connection, and when they are back within the lease.
 */
class VisitorSocket extends Socket {
    private static final Logger LOG = LoggerFactory.getLogger(VisitorSocket.class);
    private static final Set<String> STORES = Set.of("start", "return", "say", "answer", "human", "meanwhile", "words");
    private static final int MOST_NICKNAME = 40;
    private static final long TYPING_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Backstage back;
    private final Settings settings;
    private final String name = UUID.randomUUID().toString();
    private final Context context;
    private final Runnable gone;
    private @Nullable ChatId chat;
    private @Nullable LogFollower log;
    private Runnable stopListening = () -> {};
    private boolean resuming;
    private List<Contact> lastContacts = List.of();
    private @Nullable Status shownStatus;
    private @Nullable String shownName;
    private volatile @Nullable Chat waitsAs;
    private @Nullable Holder holder;
    private boolean holderLost;
    private long shownSeq;
    private int shownAhead;
    private long typed;

    /** @param gone is run when the socket has closed */
    VisitorSocket(ServerWebSocket ws, Context context, Backstage back, Settings settings, Runnable gone) {
        super(ws, back.texts(), settings.limits().rate(), settings.limits().burst(), back.nanos());
        this.back = back;
        this.settings = settings;
        this.context = context;
        this.gone = gone;
        this.typed = back.nanos().getAsLong() - TYPING_EVERY_NANOS;
        ws.drainHandler(drained -> {
            if (log != null) {
                log.drained();
            }
        });
    }

    @Override
    boolean stores(String type) {
        return STORES.contains(type);
    }

    @Override
    Future<?> handle(Frame frame) {
        return switch (frame.type()) {
            case "start" -> start(frame);
            case "resume" -> resume(frame);
            case "say" -> {
                var id = frame.id();
                yield back.visitor().say(mine(), id, frame.text("text"), acknowledge(id));
            }
            case "answer" -> {
                var id = frame.id();
                yield back.visitor().answer(mine(), id, frame.word("step"), frame.value("value"), acknowledge(id));
            }
            case "human" -> {
                var id = frame.id();
                yield back.visitor().human(mine(), id, acknowledge(id));
            }
            case "meanwhile" -> {
                var id = frame.id();
                yield back.visitor().doMeanwhile(mine(), id, acknowledge(id));
            }
            case "typing" -> typing();
            case "end" -> back.visitor().end(mine(), frame.flag("closing", false));
            case "erase" -> back.visitor().erase(mine());
            default -> throw new RefusedException(Refusal.UNKNOWN_TYPE, abbreviated(frame.type()));
        };
    }

    /** Called now and then: tells a visitor who waits when fewer wait before them. Safe for any thread. */
    void refresh() {
        if (waitsAs != null) {
            context.runOnContext(v -> {
                var waits = waitsAs;
                if (waits != null && log != null && back.board().ahead(waits.id(), waits.envelope()) < shownAhead) {
                    showState(waits);
                }
            });
        }
    }

    /**
     * Says with {@code staff} whether the person who holds the chat is {@code here}, when that has changed. The chat
     * stays theirs until the lease is over: it is a line on the screen and no message. Safe for any thread.
     */
    void unheardOf(Set<String> users) {
        context.runOnContext(v -> {
            if (holder != null && users.contains(holder.user()) != holderLost) {
                holderLost = !holderLost;
                send(Wire.frame("staff").put("here", !holderLost).put("name", holder.name()));
            }
        });
    }

    @Override
    void closed() {
        leave();
        gone.run();
    }

    private Future<?> start(Frame frame) {
        var language = frame.wordIfAny("language");
        var flow = frame.wordIfAny("flow");
        var nickname = frame.shortText("nickname", MOST_NICKNAME);
        speak(back.texts().speak(language));
        return back.visitor().start(language, flow, nickname, (begun, key) -> {
            leave();
            send(welcome(begun, key.wire(), false, false));
            follow(begun, 0);
        });
    }

    private Future<?> resume(Frame frame) {
        var key = frame.word("key");
        long after = frame.number("after", 0, 0, Long.MAX_VALUE);
        return back.visitor()
                .open(key)
                .map(found -> {
                    leave();
                    speak(found.envelope().language());
                    // More than there is: the store has lost the end of the chat, and the page begins anew.
                    send(welcome(found, key, true, after > found.envelope().seq()));
                    resuming = true;
                    lastContacts = List.of();
                    follow(found, Math.min(after, found.envelope().seq()));
                    return found;
                })
                .compose(found -> back.store().load(found.id(), null))
                .onSuccess(now -> now.ifPresent(known -> catchUp(known.chat())));
    }

    private void catchUp(Chat now) {
        if (log != null) {
            log.changed(now, List.of());
        }
    }

    private Future<?> typing() {
        var here = mine();
        long now = back.nanos().getAsLong();
        if (now - typed >= TYPING_EVERY_NANOS) {
            typed = now;
            back.bus().ring(new ChatEvent.Typing(here, false));
        }
        return Future.succeededFuture();
    }

    /** The first frame of a chat. */
    ObjectNode welcome(Chat begun, String key, boolean resumed, boolean rewound) {
        var welcome = Wire.frame("welcome")
                .put("chat", begun.id().value())
                .put("key", key)
                .put("language", begun.envelope().language())
                .put("resumed", resumed)
                .put("open", back.onDuty().open())
                .put("retention", settings.chat().retention().toString());
        return rewound ? welcome.put("rewound", true) : welcome;
    }

    private void follow(Chat begun, long after) {
        var id = begun.id();
        chat = id;
        pace(back.paces().get(id, first -> pace()));
        shownStatus = resuming ? null : Status.BOT;
        log = new LogFollower(back.store(), after, this::full, this::show, this::caughtUp, this::lost);
        stopListening = back.bus().listen(id, this::hear);
        // Told when it is stored: an older socket looks there before it gives way.
        back.store()
                .visitor(id, name, true)
                .onSuccess(stored -> back.bus().ring(new ChatEvent.Visitor(id, name, true)))
                .onFailure(e -> LOG.debug("A visitor's coming could not be told: {}", e.getMessage()));
    }

    private void leave() {
        stopListening.run();
        stopListening = () -> {};
        log = null;
        waitsAs = null;
        holder = null;
        resuming = false;
        var left = chat;
        chat = null;
        if (left != null) {
            back.store()
                    .visitor(left, name, false)
                    .onSuccess(last -> {
                        if (last) {
                            back.bus().ring(new ChatEvent.Visitor(left, name, false));
                        }
                    })
                    .onFailure(e -> LOG.debug("A visitor's going could not be told: {}", e.getMessage()));
        }
    }

    private void hear(ChatEvent event) {
        if (chat == null || !event.chat().equals(chat)) {
            return;
        }
        if (event instanceof ChatEvent.Changed changed && log != null) {
            log.changed(changed.after(), changed.said());
        } else if (event instanceof ChatEvent.Gone over) {
            sayGoodbye(over.why());
        } else if (event instanceof ChatEvent.Rewound) {
            close(Goodbye.BEHIND);
        } else if (event instanceof ChatEvent.Typing typing && typing.staff()) {
            send(Wire.frame("typing").put("from", "staff"));
        } else if (event instanceof ChatEvent.Visitor other
                && other.here()
                && !other.socket().equals(name)) {
            moveAside(event.chat());
        }
    }

    private void moveAside(ChatId from) {
        back.store().visitorSocket(from).onSuccess(last -> {
            if (from.equals(chat) && last.isPresent() && !last.get().equals(name)) {
                sayGoodbye("moved");
            }
        });
    }

    private void show(Message message) {
        boolean echo = message.from() == From.VISITOR && !resuming;
        if (!echo) {
            send(Wire.forVisitor(message));
        }
        if (!message.whom().isEmpty()) {
            lastContacts = message.whom();
            if (!resuming) {
                send(Wire.contacts(lastContacts));
            }
        }
    }

    /** Everything has been passed on, and this is how the chat stands. */
    void caughtUp(Chat now) {
        var envelope = now.envelope();
        follow(envelope.holder());
        var holderName = holder == null ? null : holder.name();
        boolean changed = envelope.status() != shownStatus || !java.util.Objects.equals(holderName, shownName);
        // That somebody else is called about it is no news to who waits; refresh() tells when the place changes.
        if (changed || (envelope.waiting() && envelope.seq() != shownSeq)) {
            showState(now);
        }
        if (changed && holder != null) {
            unheardOf(back.onDuty().unheardOf(settings.duty().lease()));
        }
        shownStatus = envelope.status();
        shownName = holderName;
        shownSeq = envelope.seq();
        boolean first = resuming;
        resuming = false;
        if (first && !lastContacts.isEmpty()) {
            send(Wire.contacts(lastContacts));
        }
        if (envelope.status() == Status.CLOSED && !first) {
            sayGoodbye("ended");
        }
    }

    private void follow(@Nullable Holder now) {
        if (now == null || holder == null || now.token() != holder.token()) {
            holderLost = false;
        }
        holder = now;
    }

    private void showState(Chat now) {
        waitsAs = now.envelope().waiting() ? now : null;
        shownAhead = back.board().ahead(now.id(), now.envelope());
        send(Wire.state(now, shownAhead, back.visitor().meanwhile(now)));
    }

    private void sayGoodbye(String reason) {
        send(Wire.bye(reason));
        leave();
        close(Goodbye.DONE);
    }

    private LongConsumer acknowledge(String id) {
        return seq -> send(Wire.ack(id, seq));
    }

    private ChatId mine() {
        if (chat == null) {
            throw new RefusedException(Refusal.NOT_STARTED);
        }
        return chat;
    }

    private static String abbreviated(String type) {
        return type.substring(0, type.offsetByCodePoints(0, Math.min(40, type.codePointCount(0, type.length()))));
    }
}
