package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import no.innom.chat.Loaded;
import no.innom.chat.MasterKey;
import no.innom.chat.Message;
import no.innom.chat.Note;
import no.innom.chat.Saved;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import org.jspecify.annotations.Nullable;

/** Chats in Redis, laid out as {@link Keys} says. */
public final class RedisChats implements ChatStore {
    private static final int MOST_DUE_AT_ONCE = 100;
    private static final int MOST_NOTES = 500;
    private static final List<byte[]> NOBODY = List.of(new byte[0], new byte[0], new byte[0]);
    /** More chats than this are not counted one by one. */
    private static final int MOST_COUNTED = 2_000;

    private final RedisLink redis;
    private final Replicas replicas;
    private final Nodes nodes;
    private final MasterKey master;

    /**
     * @param replicas wait before what was stored is said to be so
     * @param nodes know whose sockets are dead, and whether there is anybody to ring for
     */
    public RedisChats(RedisLink redis, Replicas replicas, Nodes nodes, MasterKey master) {
        this.redis = redis;
        this.replicas = replicas;
        this.nodes = nodes;
        this.master = master;
    }

    @Override
    public Future<Optional<Loaded>> load(ChatId chat, @Nullable String receipt) {
        var fields = redis.ask(r -> r.hmget(Keys.chat(chat), StoredChat.FIELDS));
        var already = receipt == null
                ? Future.<byte @Nullable []>succeededFuture()
                : redis.ask(r -> r.hget(Keys.receipts(chat), receipt));
        return Future.all(fields, already).map(both -> {
            var found = StoredChat.read(chat, fields.result(), master);
            byte[] seq = already.result();
            return found.map(c -> new Loaded(c, seq == null ? null : Long.valueOf(text(seq))));
        });
    }

    @Override
    public Future<Saved> save(Turn turn) {
        var chat = turn.after();
        var cause = turn.departure();
        var bell = new Bell(
                Bell.CHANGED,
                chat.id().value(),
                turn.before().envelope().seq(),
                cause == null ? null : cause.why(),
                cause == null ? null : cause.by(),
                turn.alarm(),
                turn.isTalk());
        byte[][] args = SaveArgs.of(turn, chat, ring(chat.id(), bell));
        return redis.<List<Object>>run(Script.SAVE, ScriptOutputType.MULTI, Keys.all(chat.id()), args)
                .compose(answer -> stored(answer) ? safe(chat.id(), answer) : Future.succeededFuture(answer))
                .map(answer -> switch (text(answer.get(0))) {
                    case "done" -> new Saved.Done(chat);
                    case "already" -> new Saved.Already(Long.parseLong(text(answer.get(1))));
                    case "gone" -> new Saved.Gone();
                    default -> new Saved.Changed();
                });
    }

    @Override
    public Future<List<Message>> messages(Chat chat, long after, int limit) {
        return entries(Keys.log(chat.id()), after, limit).map(entries -> entries.stream()
                .map(entry ->
                        Json.read(chat.cipher().open(SaveArgs.message(number(entry)), sealed(entry)), Message.class))
                .toList());
    }

    @Override
    public Future<List<Note>> notes(Chat chat) {
        return entries(Keys.notes(chat.id()), 0, MOST_NOTES).map(entries -> entries.stream()
                .map(entry -> Json.read(chat.cipher().open(SaveArgs.note(number(entry)), sealed(entry)), Note.class))
                .toList());
    }

    @Override
    public Future<Boolean> erase(ChatId chat) {
        return destroy(chat, "erased", "");
    }

    @Override
    public Future<Boolean> expire(ChatId chat, long rev) {
        return destroy(chat, "expired", Long.toString(rev));
    }

    @Override
    public Future<Map<ChatId, Envelope>> waiting() {
        return inEveryHouse(house -> redis.ask(r -> r.zrange(Keys.waiting(house), 0, -1)))
                .compose(houses -> {
                    var ids = houses.stream()
                            .flatMap(List::stream)
                            .map(RedisChats::text)
                            .map(ChatId::new)
                            .toList();
                    var reads = ids.stream().map(this::envelope).toList();
                    return Future.all(reads).map(all -> {
                        var waiting = new HashMap<ChatId, Envelope>();
                        for (int i = 0; i < ids.size(); i++) {
                            var id = ids.get(i);
                            reads.get(i).result().ifPresent(envelope -> waiting.put(id, envelope));
                        }
                        return waiting;
                    });
                });
    }

    @Override
    public Future<Map<ChatId, String>> held() {
        return inEveryHouse(house -> redis.ask(r -> r.hgetall(Keys.held(house))))
                .map(houses -> {
                    var held = new HashMap<ChatId, String>();
                    houses.forEach(house -> house.forEach((id, user) -> held.put(new ChatId(id), text(user))));
                    return held;
                });
    }

    @Override
    public Future<Optional<String>> holder(ChatId chat) {
        return redis.ask(r -> r.hget(Keys.held(chat.house()), chat.value()))
                .map(user -> Optional.ofNullable(user).map(RedisChats::text));
    }

    @Override
    public Future<Boolean> prolong(ChatId chat, String holder, Instant until) {
        return redis.<Long>run(
                        Script.LEASE,
                        ScriptOutputType.INTEGER,
                        new String[] {Keys.held(chat.house()), Keys.clock(chat.house())},
                        chat.value().getBytes(UTF_8),
                        holder.getBytes(UTF_8),
                        Keys.due(Clock.LEASE, chat).getBytes(UTF_8),
                        Long.toString(until.toEpochMilli()).getBytes(UTF_8))
                .map(held -> held == 1);
    }

    @Override
    public Future<Optional<Map<Integer, Integer>>> underWay(String flow) {
        var prefix = Clock.RETENTION.wire() + ":";
        return inEveryHouse(house -> redis.ask(r -> r.zrange(Keys.clock(house), 0, MOST_COUNTED)))
                .compose(houses -> {
                    var chats = houses.stream()
                            .flatMap(List::stream)
                            .map(RedisChats::text)
                            .filter(member -> member.startsWith(prefix))
                            .map(member -> new ChatId(member.substring(prefix.length())))
                            .toList();
                    boolean some = houses.stream().anyMatch(house -> house.size() > MOST_COUNTED);
                    return some || chats.size() > MOST_COUNTED
                            ? Future.succeededFuture(Optional.empty())
                            : count(flow, chats).map(Optional::of);
                });
    }

    private Future<Map<Integer, Integer>> count(String flow, List<ChatId> chats) {
        var reads = chats.stream().map(this::envelope).toList();
        return Future.all(reads).map(all -> {
            var counts = new HashMap<Integer, Integer>();
            reads.stream()
                    .flatMap(read -> read.result().stream())
                    .filter(envelope -> envelope.status() != Status.CLOSED
                            && envelope.flow().equals(flow))
                    .forEach(envelope -> counts.merge(envelope.version(), 1, Integer::sum));
            return counts;
        });
    }

    @Override
    public Future<List<Due>> due(Instant now) {
        var soFar = Range.create(0L, now.toEpochMilli());
        return inEveryHouse(house -> redis.ask(
                                r -> r.zrangebyscore(Keys.clock(house), soFar, Limit.create(0, MOST_DUE_AT_ONCE)))
                        // One server of a Cluster that is away must not keep the others' deadlines from ringing.
                        .otherwise(List.of()))
                .map(houses -> houses.stream()
                        .flatMap(List::stream)
                        .map(member -> text(member).split(":", 2))
                        .map(parts -> new Due(
                                new ChatId(parts[1]), Clock.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT))))
                        .toList());
    }

    @Override
    public Future<Boolean> visitor(ChatId chat, String socket, boolean here) {
        return visitor(chat, nodes.self(), socket, here);
    }

    private Future<Boolean> visitor(ChatId chat, String on, String socket, boolean here) {
        var bell = ring(chat, new Bell(Bell.VISITOR, chat.value(), 0, null, socket, -1, here));
        return redis.<Long>run(
                        Script.PRESENCE,
                        ScriptOutputType.INTEGER,
                        new String[] {Keys.chat(chat), Keys.turns(chat.house())},
                        (on + " " + socket).getBytes(UTF_8),
                        (here ? "here" : "gone").getBytes(UTF_8),
                        bell.get(0),
                        bell.get(1),
                        bell.get(2))
                .map(changed -> changed == 1);
    }

    @Override
    public Future<Optional<String>> visitorSocket(ChatId chat) {
        return redis.ask(r -> r.hget(Keys.chat(chat), "here")).map(this::livingSocket);
    }

    /** The socket of a {@code here} field, when its node lives. */
    Optional<String> livingSocket(byte @Nullable [] here) {
        return here == null
                ? Optional.empty()
                : Optional.of(text(here).split(" ", 2))
                        .filter(parts -> nodes.alive(parts[0]))
                        .map(parts -> parts[1]);
    }

    /**
     * Takes the sockets of a dead node out of the chats that somebody holds, which is where they are looked at.
     *
     * @return the chats whose visitor has gone with it, each with the socket
     */
    public Future<Map<ChatId, String>> forgetSocketsOf(String dead) {
        return held().compose(held -> {
            var gone = new ConcurrentHashMap<ChatId, String>();
            var each = held.keySet().stream()
                    .map(chat -> redis.ask(r -> r.hget(Keys.chat(chat), "here")).compose(here -> {
                        var parts =
                                here == null ? new String[] {""} : text(here).split(" ", 2);
                        return parts[0].equals(dead)
                                ? visitor(chat, dead, parts[1], false).onSuccess(v -> gone.put(chat, parts[1]))
                                : Future.succeededFuture();
                    }))
                    .toList();
            return Future.all(each).map(gone);
        });
    }

    private Future<Boolean> destroy(ChatId chat, String why, String onlyRev) {
        var args = new ArrayList<byte[]>();
        args.add(chat.value().getBytes(UTF_8));
        args.add(onlyRev.getBytes(UTF_8));
        args.addAll(ring(chat, new Bell(Bell.GONE, chat.value(), 0, why, null, -1, false)));
        Keys.dues(chat).forEach(member -> args.add(member.getBytes(UTF_8)));
        return redis.<Long>run(Script.ERASE, ScriptOutputType.INTEGER, Keys.all(chat), args.toArray(byte[][]::new))
                .compose(gone -> safe(chat, gone > 0));
    }

    /** What a script takes to ring: the command, the channel and what is said there; the command is empty for nobody. */
    private List<byte[]> ring(ChatId chat, Bell bell) {
        if (nodes.alone()) {
            return NOBODY;
        }
        return List.of(
                redis.bells().command().getBytes(UTF_8),
                redis.bells().channel(chat.house()).getBytes(UTF_8),
                Ring.write(chat.house(), nodes.self(), bell));
    }

    private static boolean stored(List<Object> answer) {
        return Set.of("done", "already").contains(text(answer.get(0)));
    }

    /** Answers when a replica has it too. */
    private <T> Future<T> safe(ChatId chat, T answer) {
        return replicas.have(chat.house()).map(answer);
    }

    private Future<List<StreamMessage<String, byte[]>>> entries(String key, long after, int limit) {
        return redis.ask(r -> r.xrange(
                key,
                Range.from(Range.Boundary.including((after + 1) + "-0"), Range.Boundary.unbounded()),
                Limit.from(limit)));
    }

    private <T> Future<List<T>> inEveryHouse(java.util.function.Function<String, Future<T>> read) {
        var reads = ChatId.HOUSES.stream().map(read).toList();
        return Future.all(reads).map(all -> reads.stream().map(Future::result).toList());
    }

    private Future<Optional<Envelope>> envelope(ChatId chat) {
        return redis.ask(r -> r.hmget(Keys.chat(chat), StoredChat.IN_THE_CLEAR)).map(StoredChat::envelope);
    }

    private static long number(StreamMessage<String, byte[]> entry) {
        return Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-')));
    }

    private static byte[] sealed(StreamMessage<String, byte[]> entry) {
        return entry.getBody().getOrDefault("m", new byte[0]);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }
}
