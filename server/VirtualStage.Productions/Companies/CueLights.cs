using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>The departments' cue lights, as the performance's standby has them.</summary>
public static class CueLights
{
    /// <summary>One light for each department, in their order.</summary>
    public static CueLight[] Of(PerformanceView view, Production production)
    {
        var lights = CompanyDepartments.OfCues.ToDictionary(
            department => department, department => new CueLight(department, CueLightState.Off, null, false));
        foreach (var running in view.Cues.Where(cue => cue.State is CueState.PreWait or CueState.Running))
        {
            Light(running.Number, CueLightState.Go);
        }

        Light(view.Warned, CueLightState.Warn);
        Light(view.Standby, CueLightState.Standby);
        return [.. CompanyDepartments.OfCues.Select(department => lights[department])];

        void Light(string? number, CueLightState state)
        {
            if (number is null || production.FindCue(number) is not { } cue)
            {
                return;
            }

            foreach (var department in DepartmentsOf(cue, production).Select(department => department.ToString()))
            {
                lights[department] = new CueLight(
                    department, state, number, state != CueLightState.Go && view.Ready.Contains(department));
            }
        }
    }

    /// <summary>A group is its members' departments' business.</summary>
    private static IEnumerable<Department> DepartmentsOf(Cue cue, Production production) => cue.Action is GroupAction group
        ? group.Members.Select(production.FindCue).OfType<Cue>().SelectMany(member => DepartmentsOf(member, production)).Distinct()
        : [cue.Department];
}
