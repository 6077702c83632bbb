package no.innom.escalation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
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
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** Reads {@code conf/queues.yaml}. Reading goes on after a mistake, so that one run tells all. */
final class QueuesReader {
    static final List<String> FIELDS =
            List.of("queues", "risk", "human", "steps", "ageing", "weights", "secondLine", "silence");
    static final List<String> QUEUE_FIELDS = List.of("title", "roles", "steps");

    private final Consumer<Problem> tell;
    private boolean sound = true;

    private QueuesReader(Consumer<Problem> problems) {
        tell = problem -> {
            sound &= problem.severity() != Severity.ERROR;
            problems.accept(problem);
        };
    }

    /** Reads the file; blocks. Gives null after telling what is wrong. */
    static @Nullable Queues read(Path file, Consumer<Problem> problems) {
        return new QueuesReader(problems).read(file);
    }

    private @Nullable Queues read(Path file) {
        var tree = YamlReader.read(file, file.toString(), tell);
        var fields = tree == null ? null : Fields.of(tree, "queues.yaml", tell);
        if (fields == null) {
            return null;
        }
        fields.only(FIELDS);
        var queues = new LinkedHashMap<String, Queue>();
        if (fields.need("queues") instanceof YamlMap map) {
            map.entries().forEach((id, entry) -> queues.put(id, queue(id, entry)));
        }
        var risk = named(fields, "risk", queues);
        var human = named(fields, "human", queues);
        var rules = new RulesReader(tell).read(fields);
        return sound ? new Queues(queues, risk, human, rules) : null;
    }

    private Queue queue(String id, YamlMap.Entry entry) {
        var fields = Fields.of(entry.value(), "The queue " + id, tell);
        if (fields == null) {
            return new Queue(id, Map.of(), Set.of(), Map.of());
        }
        fields.only(QUEUE_FIELDS);
        return new Queue(id, title(fields), roles(id, fields), new RulesReader(tell).steps(fields, "The queue " + id));
    }

    /** By language. A title is for the eye: without one the queue goes by its id. */
    private static Map<String, String> title(Fields fields) {
        var title = new LinkedHashMap<String, String>();
        var node = fields.node("title");
        if (node instanceof YamlText text && !text.text().isBlank()) {
            title.put("nb", text.text());
        } else if (node instanceof YamlMap map) {
            map.entries().forEach((language, entry) -> {
                if (entry.value() instanceof YamlText text && !text.text().isBlank()) {
                    title.put(language, text.text());
                }
            });
        }
        return Map.copyOf(title);
    }

    private static Set<Role> roles(String id, Fields fields) {
        var roles = EnumSet.noneOf(Role.class);
        var given = fields.need("roles");
        var names = fields.texts("roles");
        for (var name : names) {
            Role.named(name.text()).ifPresentOrElse(roles::add, () -> noSuch(fields, "role", name, Role.names()));
        }
        // With a wrong name that has been told; an editor alone takes no chats.
        boolean nobody = roles.stream().allMatch(Role.EDITOR::equals) && names.size() == roles.size();
        if (given != null && nobody) {
            fields.bad(
                    given.place(),
                    "Nobody would take the chats of the queue " + id + ". Name a role, such as fagperson.");
        }
        return roles;
    }

    private static String named(Fields fields, String field, Map<String, Queue> queues) {
        var text = fields.needText(field);
        if (text == null) {
            return "";
        }
        if (!queues.containsKey(text.text())) {
            noSuch(fields, "queue", text, queues.keySet());
        }
        return text.text();
    }

    /** Tells of a name that is none of these, with the nearest. */
    static void noSuch(Fields fields, String what, YamlText name, Collection<String> names) {
        fields.bad(
                name.place(),
                "There is no " + what + " " + name.text() + "."
                        + Nearest.to(name.text(), names)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(" It can be: " + String.join(", ", names) + "."));
    }
}
