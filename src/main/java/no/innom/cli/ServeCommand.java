package no.innom.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import no.innom.Innom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the server and runs until it is told to stop. */
@Command(name = "serve", description = "Start the server (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var settings = Conf.load();
        var innom = Innom.start(settings, Terminal.person() != null);
        var out = spec.commandLine().getOut();
        var first = innom.firstStaff();
        if (first != null) {
            out.println("The first staff member was made. User: " + first.user() + "   Password: " + first.password());
            out.println(
                    "Write the password down: it is not shown again. Change it with: staff password " + first.user());
        }
        out.println("Innom is ready: http://" + shown(settings.http().host()) + ":" + innom.port());
        out.flush();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            innom.close();
                            stopped.countDown();
                            // What the JVM would answer is 143; a server that was told to stop, and did, has done well.
                            Runtime.getRuntime().halt(0);
                        },
                        "innom-stop"));
        stopped.await();
        return 0;
    }

    private static String shown(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
