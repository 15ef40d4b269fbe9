using System.CommandLine;
using VirtualStage.Load.Go;

return await new RootCommand("Loads a real theatre and measures it: one line of JSON for each run.")
{
    GoCommand.Create(),
}.Parse(args).InvokeAsync();
