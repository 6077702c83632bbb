package no.innom.redis;

import java.util.ArrayList;
import java.util.List;
import no.innom.chat.ChatId;
import no.innom.chat.Clock;

/**
 * Every key that Innom has in Redis.
 *
 * <p>{@code h} is a chat's house, one of sixteen ({@link ChatId#house()}). It is the hash tag, so that all that one
 * script touches lies in one slot of a Redis Cluster.
 *
 * <table>
 *   <caption>Keys</caption>
 *   <tr><th>key</th><th>type</th><th>lifetime</th><th>written by</th><th>what</th></tr>
 *   <tr><td>{@code innom:{h}:chat:ID}</td><td>hash</td><td>the retention</td><td>save.lua, presence.lua</td>
 *       <td>{@code rev}, {@code envelope} (JSON, in the clear), {@code contents} (sealed), {@code talk} (rev, last
 *       number, its moment in ms, and the rev of the other two, when only words came since), {@code key} (wrapped),
 *       {@code hash} (of the visitor's key), {@code here} (the visitor's socket, after the node that has it)</td></tr>
 *   <tr><td>{@code innom:{h}:log:ID}</td><td>stream</td><td>the retention</td><td>save.lua</td>
 *       <td>the messages: entry {@code SEQ-0}, field {@code m} (sealed)</td></tr>
 *   <tr><td>{@code innom:{h}:notes:ID}</td><td>stream</td><td>the retention</td><td>save.lua</td>
 *       <td>the notes: entry {@code N-0}, field {@code m} (sealed)</td></tr>
 *   <tr><td>{@code innom:{h}:receipts:ID}</td><td>hash</td><td>the retention</td><td>save.lua</td>
 *       <td>sender's id → number in the log</td></tr>
 *   <tr><td>{@code innom:{h}:waiting}</td><td>sorted set</td><td>for ever</td><td>save.lua, erase.lua</td>
 *       <td>the chats that wait, by first waiting time (ms)</td></tr>
 *   <tr><td>{@code innom:{h}:held}</td><td>hash</td><td>for ever</td><td>save.lua, erase.lua</td>
 *       <td>chat → the user who holds it</td></tr>
 *   <tr><td>{@code innom:{h}:clock}</td><td>sorted set</td><td>for ever</td>
 *       <td>save.lua, lease.lua, erase.lua</td>
 *       <td>what falls due: {@code KIND:ID} by time (ms)</td></tr>
 *   <tr><td>{@code innom:{h}:turns}</td><td>string</td><td>for ever</td>
 *       <td>save.lua, erase.lua, presence.lua</td>
 *       <td>how often a chat of the house has changed: who has heard of it less often has missed something</td></tr>
 *   <tr><td>{@code innom:{h}:fence}</td><td>string</td><td>for ever</td><td>Replicas</td>
 *       <td>nothing: a write that a replica is waited for after</td></tr>
 *   <tr><td>{@code innom:{staff}:users}</td><td>hash</td><td>for ever</td><td>RedisStaff</td>
 *       <td>user → JSON, with the slow hash of the password</td></tr>
 *   <tr><td>{@code innom:{staff}:session:HASH}</td><td>string</td><td>12 hours</td><td>RedisStaff</td>
 *       <td>the user whose session it is</td></tr>
 *   <tr><td>{@code innom:{staff}:computer:HASH}</td><td>string</td><td>90 days</td><td>RedisStaff</td>
 *       <td>the user who has logged in from that computer</td></tr>
 *   <tr><td>{@code innom:{staff}:tries:BY}</td><td>string</td><td>a quarter of an hour</td><td>try.lua</td>
 *       <td>how many logins were tried lately, by a user's name or by a known computer</td></tr>
 *   <tr><td>{@code innom:{staff}:code:USER:STEP}</td><td>string</td><td>three minutes</td><td>RedisStaff</td>
 *       <td>that the user's one-time code of that half minute has been used</td></tr>
 *   <tr><td>{@code innom:{staff}:seats:USER}</td><td>sorted set</td><td>ten seconds</td><td>seat.lua, RedisSeats</td>
 *       <td>the claims that the person has under way, {@code CHAT:UUID} by their beginning (ms)</td></tr>
 *   <tr><td>{@code innom:{duty}:shifts}</td><td>hash</td><td>for ever; a shift's entry a day</td><td>RedisShifts</td>
 *       <td>user → JSON of the shift</td></tr>
 *   <tr><td>{@code innom:{duty}:ends}</td><td>sorted set</td><td>for ever; a shift's entry a day</td>
 *       <td>RedisShifts</td><td>user by the time (ms) until which their console counts as open</td></tr>
 *   <tr><td>{@code innom:{flows}:of:FLOW}</td><td>hash</td><td>for ever; the newest five hundred</td>
 *       <td>version.lua</td><td>a flow's versions: {@code N} → JSON of the version, {@code N.times} → JSON of when it is
 *       live, {@code agreed} → the number that the file agreed with</td></tr>
 *   <tr><td>{@code innom:{flows}:revisions}</td><td>hash</td><td>for ever</td><td>version.lua</td>
 *       <td>flow → how often its versions have changed</td></tr>
 *   <tr><td>{@code innom:{flows}:paper:FILE}, {@code innom:{flows}:paper-revisions}</td><td>hashes</td><td>as for
 *       flows</td><td>version.lua</td><td>the same for the files of settings: directory, words, hours, phrases</td></tr>
 *   <tr><td>{@code innom:{flows}:drafts}</td><td>hash</td><td>for ever; at most five hundred</td>
 *       <td>draft.lua, drop.lua, restore.lua</td><td>flow → {@code REV JSON} of its draft, without the text</td></tr>
 *   <tr><td>{@code innom:{flows}:draft:FLOW}</td><td>string</td><td>as the draft</td><td>draft.lua, drop.lua, restore.lua</td>
 *       <td>a draft's text</td></tr>
 *   <tr><td>{@code innom:{flows}:draft-revisions}</td><td>hash</td><td>for ever</td><td>draft.lua, restore.lua</td>
 *       <td>flow → how often its draft has been saved</td></tr>
 *   <tr><td>{@code innom:{flows}:dropped:FLOW}</td><td>hash</td><td>seven days</td><td>drop.lua, restore.lua</td>
 *       <td>the draft that was thrown away last: {@code head}, {@code text}</td></tr>
 *   <tr><td>{@code innom:{flows}:dropped}</td><td>sorted set</td><td>seven days each; the newest two hundred</td>
 *       <td>drop.lua, restore.lua</td><td>the flows with such a draft, by when it is gone (ms)</td></tr>
 *   <tr><td>{@code innom:{flows}:here:FLOW}</td><td>sorted set</td><td>half a minute</td><td>RedisPresence</td>
 *       <td>who has the flow open in the editor (JSON), by when they were heard from (ms)</td></tr>
 *   <tr><td>{@code innom:{flows}:proposals}</td><td>hash</td><td>until somebody has decided; one for each flow</td>
 *       <td>RedisProposals, take.lua</td><td>flow → JSON of what waits for a second pair of eyes</td></tr>
 *   <tr><td>{@code innom:{flows}:panel:TOKEN}</td><td>string</td><td>30 days at most</td><td>RedisPanel</td>
 *       <td>JSON of a youth panel's link</td></tr>
 *   <tr><td>{@code innom:{flows}:panels:FLOW}</td><td>hash</td><td>for ever; at most fifty</td><td>RedisPanel</td>
 *       <td>a flow's links, by token</td></tr>
 *   <tr><td>{@code innom:{flows}:comments:FLOW}</td><td>hash</td><td>until an editor takes them away; about a
 *       thousand</td><td>RedisPanel</td><td>what a panel has said of a flow, by id</td></tr>
 *   <tr><td>{@code innom:{flows}:votes:FLOW}</td><td>hash</td><td>for ever; two for each step</td><td>RedisPanel</td>
 *       <td>{@code STEP up} and {@code STEP down} → how many</td></tr>
 *   <tr><td>{@code innom:{flows}:record}</td><td>stream</td><td>the last five thousand</td><td>RedisRecord</td>
 *       <td>who has changed which flow, when and why</td></tr>
 *   <tr><td>{@code innom:{risk}:marks}</td><td>stream</td><td>the last ten thousand</td><td>RedisMarks</td>
 *       <td>what staff say that the lexicon got wrong: level, category and rules,
 *       never the chat; the sentence only where the marker confirmed that it names nobody</td></tr>
 *   <tr><td>{@code innom:{nodes}:alive}</td><td>sorted set</td><td>for ever; a node's entry some seconds</td>
 *       <td>beat.lua</td><td>the servers that share this Redis, by the time (ms) until which they count as alive</td></tr>
 *   <tr><td>{@code innom:bell}; {@code innom:{h}:bell} in a Cluster of Redis 7</td><td>channel</td><td></td><td>save.lua and others</td>
 *       <td>that a chat or a shift has changed; never what was written</td></tr>
 * </table>
 */
final class Keys {
    static final String MARKS = "innom:{risk}:marks";
    static final String BELL = "innom:bell";
    static final String NODES = "innom:{nodes}:alive";
    static final String USERS = "innom:{staff}:users";
    static final String SHIFTS = "innom:{duty}:shifts";
    static final String FLOWS_OF = "innom:{flows}:of:";
    static final String PAPERS_OF = "innom:{flows}:paper:";
    static final String PAPER_REVISIONS = "innom:{flows}:paper-revisions";
    static final String FLOW_REVISIONS = "innom:{flows}:revisions";
    static final String DRAFTS = "innom:{flows}:drafts";
    static final String DRAFT_REVISIONS = "innom:{flows}:draft-revisions";
    static final String DROPPED = "innom:{flows}:dropped";
    static final String PROPOSALS = "innom:{flows}:proposals";
    static final String RECORD = "innom:{flows}:record";
    static final String SHIFT_ENDS = "innom:{duty}:ends";

    private Keys() {}

    static String chat(ChatId chat) {
        return of(chat, "chat");
    }

    static String log(ChatId chat) {
        return of(chat, "log");
    }

    static String notes(ChatId chat) {
        return of(chat, "notes");
    }

    static String receipts(ChatId chat) {
        return of(chat, "receipts");
    }

    static String waiting(String house) {
        return "innom:{" + house + "}:waiting";
    }

    static String held(String house) {
        return "innom:{" + house + "}:held";
    }

    static String clock(String house) {
        return "innom:{" + house + "}:clock";
    }

    static String draft(String flow) {
        return "innom:{flows}:draft:" + flow;
    }

    static String dropped(String flow) {
        return "innom:{flows}:dropped:" + flow;
    }

    static String here(String flow) {
        return "innom:{flows}:here:" + flow;
    }

    static String panel(String token) {
        return "innom:{flows}:panel:" + token;
    }

    static String panels(String flow) {
        return "innom:{flows}:panels:" + flow;
    }

    static String comments(String flow) {
        return "innom:{flows}:comments:" + flow;
    }

    static String votes(String flow) {
        return "innom:{flows}:votes:" + flow;
    }

    static String turns(String house) {
        return "innom:{" + house + "}:turns";
    }

    static String bell(String house) {
        return "innom:{" + house + "}:bell";
    }

    static String fence(String house) {
        return "innom:{" + house + "}:fence";
    }

    static String session(String hash) {
        return "innom:{staff}:session:" + hash;
    }

    static String computer(String hash) {
        return "innom:{staff}:computer:" + hash;
    }

    static String tries(String by) {
        return "innom:{staff}:tries:" + by;
    }

    static String code(String user, long step) {
        return "innom:{staff}:code:" + user + ":" + step;
    }

    static String seats(String user) {
        return "innom:{staff}:seats:" + user;
    }

    static String due(Clock clock, ChatId chat) {
        return clock.wire() + ":" + chat.value();
    }

    /** All keys that a chat can have a part in, in the order that the scripts name them. */
    static String[] all(ChatId chat) {
        return List.of(
                        chat(chat),
                        log(chat),
                        receipts(chat),
                        notes(chat),
                        waiting(chat.house()),
                        held(chat.house()),
                        clock(chat.house()),
                        turns(chat.house()))
                .toArray(String[]::new);
    }

    /** Every member that a chat can have in its house's clock. */
    static List<String> dues(ChatId chat) {
        var members = new ArrayList<String>();
        for (var clock : Clock.values()) {
            members.add(due(clock, chat));
        }
        return members;
    }

    private static String of(ChatId chat, String what) {
        return "innom:{" + chat.house() + "}:" + what + ":" + chat.value();
    }
}
