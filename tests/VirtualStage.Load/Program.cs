using System.CommandLine;
using VirtualStage.Load.Acting;
using VirtualStage.Load.Audience;
using VirtualStage.Load.Go;
using VirtualStage.Load.Stage;
using VirtualStage.Load.Storage;

return await new RootCommand("Loads a real theatre and measures it: one line of JSON for each run.")
{
    GoCommand.Create(),
    StageCommand.Create(),
    CrowdCommand.Create(),
    HouseCommand.Create(),
    AudienceCommand.Create(),
    RudeCommand.Create(),
    ActCommand.Create(),
    JournalCommand.Create(),
}.Parse(args).InvokeAsync();
