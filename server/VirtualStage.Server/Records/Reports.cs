using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Records;

/// <summary>Run reports, with the names of today.</summary>
public sealed class Reports(RunHistory history, ProductionStore productions, People people)
{
    /// <summary>The report of a performance as of now; null where there is none.</summary>
    public RunReport? Of(string performance)
    {
        var records = history.Read(performance);
        if (records.Count == 0)
        {
            return null;
        }

        var opened = (PerformanceOpened)records[0].Happening.Event;
        var production = productions.Load(opened.Production, opened.ProductionVersion);
        return RunReports.Of(performance, records, production, history.Before(performance), person => people.Find(person).ShownName);
    }
}
