package no.innom.publishing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.innom.flow.Flow;
import no.innom.flow.FlowFiles;
import no.innom.flow.FlowReader;
import no.innom.yaml.YamlReader;

/** The patterns for new flows: a folder of flow files that are never live themselves. Its calls block. */
public final class Templates {
    private final Path folder;

    /** @param folder such as {@code flows/maler}; it may be missing */
    public Templates(Path folder) {
        this.folder = folder;
    }

    /** One pattern, as it can be read. */
    public record Template(String id, String text, Flow flow) {}

    /** Every pattern that can be read, by name. */
    public List<Template> all() {
        var all = new ArrayList<Template>();
        if (Files.isDirectory(folder)) {
            for (var file : FlowFiles.list(folder, problem -> {})) {
                var text = YamlReader.text(file, file.toString(), problem -> {});
                var id = FlowFiles.id(file);
                var flow = text == null ? null : FlowReader.read(id, file.toString(), text, problem -> {});
                if (text != null && flow != null) {
                    all.add(new Template(id, text, flow));
                }
            }
        }
        return all;
    }

    /** The pattern of that name. */
    public Optional<Template> named(String id) {
        return all().stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
