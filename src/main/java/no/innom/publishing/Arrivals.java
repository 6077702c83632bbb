package no.innom.publishing;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the files in the folder of flows when a server starts. A file whose text is new is the next version
 * of its flow; but where staff have published since it was last read, theirs stays and the file waits for somebody to
 * decide.
 */
public final class Arrivals {
    private final VersionBook book;
    private final Histories shelf;
    private final String folder;
    private final InstantSource clock;

    /** For the folder of flows. */
    public Arrivals(VersionBook book, Histories shelf, InstantSource clock) {
        this(book, shelf, "flows", clock);
    }

    /** @param folder what the folder is called, to say which file is meant */
    public Arrivals(VersionBook book, Histories shelf, String folder, InstantSource clock) {
        this.book = book;
        this.shelf = shelf;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A file that did not replace what staff have published.
     *
     * @param folder where it lies
     * @param file its text
     * @param live what is live instead
     */
    public record Held(String flow, String folder, String file, Version live) {

        /** What the file would change in what is live, as a unified diff. */
        public List<String> difference() {
            return Difference.between("version " + live.number(), live.text(), folder + "/" + flow + ".yaml", file);
        }
    }

    /**
     * Takes the files in; the shelf is fresh afterwards. Two servers that start at once take them in once.
     *
     * @param files the texts by flow; only such as have no errors
     * @return those that were held back
     */
    public Future<List<Held>> take(Map<String, String> files) {
        return shelf.refresh().compose(fresh -> {
            var held = new ArrayList<Held>();
            var writes = files.entrySet().stream()
                    .map(file -> take(file.getKey(), file.getValue(), held))
                    .toList();
            return Future.all(writes).compose(written -> {
                boolean all = writes.stream().allMatch(Future::result);
                // Another server was quicker with one of them: look at what it has written.
                return all ? shelf.refresh().map(v -> List.copyOf(held)) : take(files);
            });
        });
    }

    private Future<Boolean> take(String flow, String text, List<Held> held) {
        var history = shelf.history(flow);
        var live = history.live(clock.instant());
        if (live.isPresent() && live.get().text().equals(text)) {
            int number = live.get().number();
            return history.agreed() == number
                    ? Future.succeededFuture(true)
                    : book.agree(flow, number).map(true);
        }
        var agreed = history.version(history.agreed());
        if (agreed.isPresent() && agreed.get().text().equals(text)) {
            return Future.succeededFuture(true);
        }
        if (live.isPresent()
                && live.get().number() > history.agreed()
                && !live.get().fromFile()) {
            held.add(new Held(flow, folder, text, live.get()));
            return Future.succeededFuture(true);
        }
        var now = clock.instant();
        return book.add(new Version(flow, history.next(), null, now, "", text, Version.Times.from(now)), true);
    }
}
