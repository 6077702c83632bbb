package no.innom.conversation.handovers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.duty.Role;
import no.innom.duty.Shift;

/** The staff of a play: whose console is open on which node, and who is on duty. For the test's thread only. */
final class Crew {
    static final List<String> STAFF = List.of("kari", "per", "ola");
    private static final Map<String, Set<Role>> ROLES =
            Map.of("kari", Set.of(Role.FAGPERSON), "per", Set.of(Role.LEDER), "ola", Set.of(Role.FRIVILLIG));

    private final Stage stage;
    private final Map<String, Instant> until = new HashMap<>();
    private final Set<String> on = new HashSet<>();

    Crew(Stage stage) {
        this.stage = stage;
    }

    /** Opens a console on a node. Who comes anew is not on duty yet. */
    void come(int who, int node) {
        var user = STAFF.get(who);
        stage.node(node).consoles.add(user);
        var ends = lease();
        boolean known = here(user);
        until.put(user, ends);
        if (known) {
            stage.node(node).renew(user, ends);
        } else {
            on.remove(user);
            stage.node(node).put(shift(user, false));
        }
        stage.refresh();
    }

    /** All the consoles of this one are gone; the shift lasts until its lease is over. */
    void drop(int who) {
        var user = STAFF.get(who);
        for (var node : stage.nodes()) {
            if (node.consoles.remove(user)) {
                renew(node, user);
            }
        }
        stage.refresh();
    }

    /** Goes on or off duty, with an open console. */
    void duty(int who, boolean is) {
        var user = STAFF.get(who);
        for (var node : stage.nodes()) {
            if (node.consoles.contains(user)) {
                until.put(user, lease());
                node.put(shift(user, is));
                if (is) {
                    on.add(user);
                } else {
                    on.remove(user);
                }
                break;
            }
        }
        stage.refresh();
    }

    /** Time passes; whoever has a console open is heard of all the while. */
    void pass(Duration span) {
        stage.pass(span);
        for (var node : stage.nodes()) {
            for (var user : node.consoles) {
                renew(node, user);
            }
        }
        stage.refresh();
    }

    /** The shift with which somebody does something at a node: as far as that node knows. */
    Shift shiftAt(Node node, String user) {
        var known = node.onDuty.of(user);
        return shift(user, known != null && known.on());
    }

    boolean isOn(String user) {
        return here(user) && on.contains(user);
    }

    /** Whether somebody's roles take from that queue. */
    boolean serves(String user, String queue) {
        return Node.QUEUES.serves(ROLES.get(user), queue);
    }

    /** Until when somebody counts as here; null for who never came, or for nobody. */
    Instant hereUntil(String user) {
        return until.get(user);
    }

    private boolean here(String user) {
        return until.containsKey(user) && until.get(user).isAfter(stage.now());
    }

    private void renew(Node node, String user) {
        until.put(user, lease());
        node.renew(user, lease());
    }

    private Shift shift(String user, boolean isOn) {
        return new Shift(user, user, ROLES.get(user), isOn, 100, Set.of(), lease());
    }

    private Instant lease() {
        return stage.now().plus(Node.LEASE);
    }
}
