package no.innom.conversation.handovers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.innom.chat.Envelope;

/**
 * Looks for an order of what was done to one chat at once that explains every answer and what the store has now. When
 * there is none, something was lost, done twice, or done to a chat that was no longer so.
 */
final class Linear {
    private Linear() {}

    /**
     * Something done to the chat.
     *
     * @param what names it: two of the same name are the same thing done twice
     * @param rule what the model does; answers what the service should answer, or null when nobody is answered
     * @param answered what was answered, or null when no answer came
     * @param perhaps whether it may not have happened at all
     */
    record Done(String what, Function<ModelChat, String> rule, String answered, boolean perhaps) {}

    /**
     * What was heard outside the store of what was done.
     *
     * @param rung at staff, as {@link ModelChat#rung}
     * @param told the second line, as {@link ModelChat#told}, in the order of the words
     * @param mishap whether what became of a call may never have been stored
     */
    record Heard(String rung, List<String> told, boolean mishap) {
        private boolean soFar(ModelChat chat) {
            return rung.startsWith(chat.rung) && told.containsAll(chat.told);
        }

        private boolean all(ModelChat chat) {
            boolean over = chat.underWay.isEmpty() || chat.gone || mishap;
            return rung.equals(chat.rung)
                    && told.equals(chat.told.stream().sorted().toList())
                    && over;
        }
    }

    /**
     * The chat afterwards, or null when nothing explains it.
     *
     * @param is what the store has, or null
     */
    static ModelChat explain(ModelChat before, List<Done> done, Envelope is, Heard heard) {
        return explain(before, done, is, heard, new HashSet<>());
    }

    private static ModelChat explain(ModelChat before, List<Done> done, Envelope is, Heard heard, Set<String> inVain) {
        if (done.isEmpty()) {
            return before.differs(is) == null && heard.all(before) ? before : null;
        }
        var left = done.stream().map(Done::what).sorted().toList();
        if (!inVain.add(before.state() + left)) {
            return null;
        }
        var tried = new HashSet<String>();
        for (int i = 0; i < done.size(); i++) {
            var one = done.get(i);
            if (!tried.add(one.what())) {
                continue;
            }
            var others = new ArrayList<>(done);
            others.remove(i);
            var after = new ModelChat(before);
            var should = one.rule().apply(after);
            boolean fits = one.answered() == null || one.answered().equals(should);
            var found = fits && heard.soFar(after) ? explain(after, others, is, heard, inVain) : null;
            if (found == null && one.perhaps()) {
                found = explain(before, others, is, heard, inVain);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
