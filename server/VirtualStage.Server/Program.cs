using System.CommandLine;
using VirtualStage.Server.Commands;

return await new RootCommand("VirtualStage: a theatre whose company and audience are anywhere.")
{
    ServeCommand.Create(),
    PlayCommand.Create(),
    ProductionCommand.Create(),
    ShowCommand.Create(),
    MatteCommand.Create(),
    ScheduleCommand.Create(),
    BotsCommand.Create(),
    TicketCommand.Create(),
    ReportCommand.Create(),
    PerformCommand.Create(),
    RecordingCommand.Create(),
    BroadcastCommand.Create(),
    BackupCommand.Create(),
    BackupCommand.CreateRestore(),
    MoveCommand.Create(),
    MattingWorkerCommand.Create(),
}.RunAsync(args);
