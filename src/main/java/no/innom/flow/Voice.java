package no.innom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says a flow's texts to one visitor: in the chat's language, with the answers where the text has their step in
 * braces. An answer is put in as it is; braces in it mean nothing.
 */
final class Voice {

    /** A word in braces. */
    static final Pattern HOLE = Pattern.compile("\\{([^{}\\s]{1,80})\\}");

    private static final String NICKNAME = "nickname";

    private final Flow flow;
    private final Map<String, Object> answers;
    private final Moment moment;
    private final Directory directory;
    private final String language;

    Voice(Flow flow, Map<String, Object> answers, Moment moment, Directory directory) {
        this.flow = flow;
        this.answers = answers;
        this.moment = moment;
        this.directory = directory;
        this.language = flow.speaks(moment.language());
    }

    String say(Texts texts) {
        String template = texts.in(language);
        if (template.indexOf('{') < 0) {
            return template;
        }
        StringBuilder said = new StringBuilder();
        Matcher hole = HOLE.matcher(template);
        int from = 0;
        while (hole.find()) {
            String filling = filling(hole.group(1));
            said.append(template, from, hole.start());
            if (filling == null) {
                said.append(hole.group());
            } else if (filling.isEmpty()) {
                closeUp(said, template, hole.end());
            } else {
                said.append(filling);
            }
            from = hole.end();
        }
        return said.append(template, from, template.length()).toString().strip();
    }

    List<Contact> contacts(@Nullable Signpost signpost) {
        if (signpost == null) {
            return List.of();
        }
        if (!signpost.ids().isEmpty()) {
            List<String> ids = signpost.ids().stream().map(id -> id.text()).toList();
            return directory.named(ids, language);
        }
        List<String> topics = new ArrayList<>();
        signpost.topics().forEach(topic -> topics.addAll(values(topic.text())));
        List<String> age =
                signpost.age() == null ? List.of() : values(signpost.age().text());
        List<String> town =
                signpost.town() == null ? List.of() : values(signpost.town().text());
        return directory.select(
                topics,
                signpost.urgent(),
                age.isEmpty() ? null : age.get(0),
                town.isEmpty() ? null : town.get(0),
                moment.now(),
                language);
    }

    /** "Hei, {nickname}!" without a nickname is "Hei!". */
    private static void closeUp(StringBuilder said, String template, int after) {
        boolean mark = after >= template.length() || ".,!?:;".indexOf(template.charAt(after)) >= 0;
        int end = said.length();
        while (end > 0 && said.charAt(end - 1) == ' ') {
            end--;
        }
        if (mark && end < said.length() && end > 0 && said.charAt(end - 1) == ',') {
            end--;
        }
        if (mark || (after < template.length() && template.charAt(after) == ' ')) {
            said.setLength(end);
        }
    }

    /** What stands for a word in braces; null where it means nothing. */
    private @Nullable String filling(String name) {
        if (name.equals(NICKNAME)) {
            return moment.nickname().strip();
        }
        if (!(flow.steps().get(name) instanceof AskStep ask)) {
            return null;
        }
        Object answer = answers.get(name);
        if (answer instanceof List<?> values) {
            return String.join(
                    ", ",
                    values.stream().map(value -> label(ask, value.toString())).toList());
        }
        return answer == null ? "" : label(ask, answer.toString());
    }

    private String label(AskStep ask, String value) {
        Texts label = ask.domain().choices().get(value);
        return label == null ? value : label.in(language);
    }

    private List<String> values(String text) {
        String step = Signpost.step(text);
        if (step == null) {
            return List.of(text);
        }
        Object answer = answers.get(step);
        if (answer instanceof List<?> values) {
            return values.stream().map(Object::toString).toList();
        }
        return answer == null || answer.equals(Answer.SKIPPED) ? List.of() : List.of(answer.toString());
    }
}
