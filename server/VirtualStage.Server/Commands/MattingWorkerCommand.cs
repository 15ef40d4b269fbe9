using System.CommandLine;
using VirtualStage.Matting;
using VirtualStage.Server.Performers.Worker;

namespace VirtualStage.Server.Commands;

/// <summary>The process that the theatre starts to cut performers out; nobody types this.</summary>
internal static class MattingWorkerCommand
{
    public const string Name = "matting-worker";

    public static Command Create()
    {
        var command = new Command(Name, "The theatre's matting process; it speaks with the theatre through pipes.") { Hidden = true };
        command.SetAction(async (_, _) =>
        {
            try
            {
                await using var input = System.Console.OpenStandardInput();
                await using var output = System.Console.OpenStandardOutput();
                using var worker = new MattingWorker(input, output);
                await worker.Run();
                return ExitCode.Done;
            }
            catch (MattingUnavailableException e)
            {
                await System.Console.Error.WriteLineAsync(e.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }
}
