package dev.standfirst.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: says what it can do. */
@Command(
        name = "standfirst",
        description = "Reads new articles, picks the sentences that carry them, and mails the digest.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            PreviewCommand.class,
            TestCommand.class,
            ApproveCommand.class,
            SkipCommand.class,
            TakeBackCommand.class,
            SendCommand.class,
            RetryCommand.class,
            ExplainCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            RunsCommand.class,
            DigestsCommand.class,
            SourcesCommand.class,
            ListsCommand.class,
            SubscribersCommand.class,
            TokensCommand.class,
            AccountsCommand.class,
            SuppressionsCommand.class,
            WhoCommand.class,
            BouncesCommand.class,
            RelaysCommand.class,
            NodesCommand.class,
            MailboxCommand.class,
            LabCommand.class,
            VersionCommand.class
        })
final class StandfirstCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    // Both are looked for before anything is parsed, so that they work for every mistake; here they are told and
    // allowed.
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print where an error came from.")
    @SuppressWarnings("UnusedVariable")
    private boolean debug;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours, as NO_COLOR=1 does.")
    @SuppressWarnings("UnusedVariable")
    private boolean noColor;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut(), CommandLine.Help.Ansi.OFF);
        return ExitCode.DONE.code();
    }
}
