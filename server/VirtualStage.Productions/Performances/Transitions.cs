using Stateless;

namespace VirtualStage.Productions.Performances;

/// <summary>
/// A machine's transitions as a table: Stateless says what may follow, the state itself stands in events. The table
/// is read off the machine once, so that nothing is shared between performances and nothing is fired on replay.
/// </summary>
/// <typeparam name="TState">The machine's states.</typeparam>
/// <typeparam name="TTrigger">The machine's triggers.</typeparam>
internal sealed class Transitions<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Dictionary<(TState From, TTrigger Trigger), TState> _table = [];

    public Transitions(Func<Func<TState>, Action<TState>, StateMachine<TState, TTrigger>> define)
    {
        var state = default(TState);
        var machine = define(() => state, next => state = next);
        foreach (var from in Enum.GetValues<TState>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                state = from;
                if (machine.CanFire(trigger))
                {
                    machine.Fire(trigger);
                    _table[(from, trigger)] = state;
                }
            }
        }
    }

    /// <summary>Where a trigger leads; null when it is not allowed there.</summary>
    public TState? Next(TState from, TTrigger trigger) => _table.TryGetValue((from, trigger), out var to) ? to : null;
}
