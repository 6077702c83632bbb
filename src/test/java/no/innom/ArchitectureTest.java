package no.innom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the rooms, as each room's package-info states them. */
class ArchitectureTest {
    /** Which rooms each may import. The root and {@code cli} may import all. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            entry("yaml"),
            entry("config", "yaml"),
            entry("flow", "yaml"),
            entry("risk", "yaml"),
            entry("duty", "yaml"),
            entry("publishing", "flow", "duty", "yaml"),
            entry("chat", "flow", "risk"),
            entry("escalation", "chat", "risk", "duty", "yaml"),
            entry("secondline", "escalation", "config", "yaml"),
            entry("conversation", "chat", "flow", "risk", "escalation", "duty", "config", "yaml"),
            entry("redis", "chat", "flow", "risk", "escalation", "duty", "config", "yaml", "publishing"),
            entry("web", "chat", "flow", "risk", "escalation", "duty", "config", "yaml", "conversation", "publishing"));

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPath(Path.of("target/classes"));
    }

    @Test
    void everyRoomIsKnownHereAndSaysWhatLivesInIt() throws Exception {
        try (var rooms = Files.list(Path.of("src/main/java/no/innom"))) {
            var folders = rooms.filter(Files::isDirectory).toList();
            assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .content()
                    .contains("@NullMarked", "/**"));
            assertThat(folders.stream().map(folder -> folder.getFileName().toString()))
                    .allMatch(room -> MAY_IMPORT.containsKey(room) || room.equals("cli"));
        }
    }

    @TestFactory
    Stream<DynamicTest> importsOnlyWhatItMay() {
        return MAY_IMPORT.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(room, () -> classes()
                        .that()
                        .resideInAPackage(room(room))
                        .should()
                        .onlyDependOnClassesThat(inOneOf(room))
                        .check(all)));
    }

    @Test
    void roomsFormNoCircle() {
        slices().matching("no.innom.(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void flowAndRiskKnowNeitherVertxNorRedisNorAClock() {
        noClasses()
                .that()
                .resideInAnyPackage(room("flow"), room("risk"), room("yaml"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.lettuce..", "io.netty..")
                .check(all);
        noClasses()
                .that()
                .resideInAnyPackage(room("flow"), room("risk"))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(all);
    }

    @Test
    void onlyTheRedisRoomKnowsLettuce() {
        // The root turns Lettuce's failures at the start into a sentence, and so does the list of staff.
        noClasses()
                .that()
                .resideOutsideOfPackages(room("redis"), "no.innom", room("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lettuce..")
                .check(all);
    }

    @Test
    void onlyTheWebRoomKnowsVertxWebAndOnlyTheSecondLineCallsByHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.ext.web..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackages(room("web"), room("secondline"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.core.http..")
                .check(all);
    }

    @Test
    void onlyTheSecondLineKnowsMail() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("secondline"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.ext.mail..")
                .check(all);
    }

    @Test
    void onlyTheRiskRoomKnowsOpenNlp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("risk"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("opennlp..")
                .check(all);
    }

    @Test
    void nobodySleepsButWhoWaitsForAnotherProcessAtTheStart() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("no.innom.redis.BuiltInRedis")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
                .check(all);
    }

    @Test
    void nothingStaticChanges() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(all);
    }

    private static Map.Entry<String, List<String>> entry(String room, String... mayImport) {
        return Map.entry(room, List.of(mayImport));
    }

    private static String room(String name) {
        return "no.innom." + name + "..";
    }

    private static DescribedPredicate<JavaClass> inOneOf(String room) {
        return DescribedPredicate.describe(
                "are in " + room + ", in " + MAY_IMPORT.get(room) + ", or not ours",
                one -> !one.getPackageName().startsWith("no.innom")
                        || Stream.concat(Stream.of(room), MAY_IMPORT.get(room).stream())
                                .anyMatch(may -> one.getPackageName().equals("no.innom." + may)
                                        || one.getPackageName().startsWith("no.innom." + may + ".")));
    }
}
