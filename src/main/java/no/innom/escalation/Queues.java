package no.innom.escalation;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.duty.Role;
import no.innom.yaml.Fields;
import no.innom.yaml.Nearest;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * The queues that there are, from {@code conf/queues.yaml}.
 *
 * @param all by id
 * @param risk where a risky message puts its chat
 * @param human where the visitor is put who asks for a person
 */
public record Queues(Map<String, Queue> all, String risk, String human) {

    /** Reads the file; blocks. Gives null after telling what is wrong. */
    public static @Nullable Queues load(Path conf, Consumer<Problem> problems) {
        var file = conf.resolve("queues.yaml");
        boolean[] sound = {true};
        Consumer<Problem> tell = problem -> {
            sound[0] &= problem.severity() != Severity.ERROR;
            problems.accept(problem);
        };
        var tree = YamlReader.read(file, file.toString(), tell);
        var fields = tree == null ? null : Fields.of(tree, "queues.yaml", tell);
        if (fields == null) {
            return null;
        }
        fields.only(Set.of("queues", "risk", "human"));
        var queues = new LinkedHashMap<String, Queue>();
        if (fields.need("queues") instanceof YamlMap map) {
            map.entries().forEach((id, entry) -> queues.put(id, queue(id, entry, tell)));
        }
        var risk = named(fields, "risk", queues);
        var human = named(fields, "human", queues);
        return sound[0] ? new Queues(queues, risk, human) : null;
    }

    /** Whether somebody with these roles takes chats from the queue. An unknown queue is served by all who take chats. */
    public boolean serves(Set<Role> roles, String queue) {
        var found = all.get(queue);
        return found == null
                ? roles.stream().anyMatch(role -> role != Role.EDITOR)
                : roles.stream().anyMatch(found.roles()::contains);
    }

    private static Queue queue(String id, YamlMap.Entry entry, Consumer<Problem> tell) {
        var roles = EnumSet.noneOf(Role.class);
        var fields = Fields.of(entry.value(), "The queue " + id, tell);
        if (fields != null) {
            fields.only(Set.of("title", "roles"));
            var given = fields.need("roles");
            var names = fields.texts("roles");
            for (var name : names) {
                var role = Role.named(name.text());
                if (role.isPresent()) {
                    roles.add(role.get());
                } else {
                    var nearest = Nearest.to(name.text(), Role.names());
                    fields.bad(
                            name.place(),
                            "There is no role " + name.text() + "."
                                    + nearest.map(n -> " Did you mean " + n + "?")
                                            .orElse(""));
                }
            }
            // With a wrong name that has been told; an editor alone takes no chats.
            boolean nobody = roles.stream().allMatch(Role.EDITOR::equals) && names.size() == roles.size();
            if (given != null && nobody) {
                fields.bad(
                        given.place(),
                        "Nobody would take the chats of the queue " + id + ". Name a role, such as fagperson.");
            }
        }
        return new Queue(id, roles);
    }

    private static String named(Fields fields, String field, Map<String, Queue> queues) {
        var text = fields.needText(field);
        if (text == null) {
            return "";
        }
        if (!queues.containsKey(text.text())) {
            var nearest = Nearest.to(text.text(), queues.keySet());
            fields.bad(
                    text.place(),
                    "There is no queue " + text.text() + "."
                            + nearest.map(n -> " Did you mean " + n + "?").orElse(""));
        }
        return text.text();
    }
}
