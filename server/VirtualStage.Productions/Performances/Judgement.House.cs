using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Performances;

/// <summary>The house's own matters: they need no book, for who minds the doors is seldom who calls the show.</summary>
public sealed partial class Performance
{
    private static string? Admit(Draft draft, SetDoors set)
    {
        if (!Enum.IsDefined(set.Admits))
        {
            return $"the doors admit {string.Join(", ", Enum.GetNames<DoorsFor>())}: {(int)set.Admits} is none of them";
        }

        if (set.Capacity is < 1 or > SetDoors.MostCapacity)
        {
            return $"a house has 1 to {SetDoors.MostCapacity} places, or no limit";
        }

        if (NotWhenClosed(draft) is { } refusal)
        {
            return refusal;
        }

        if ((draft.State.Admits, draft.State.Capacity) != (set.Admits, set.Capacity))
        {
            draft.Happens(new DoorsSet(set.Admits, set.Capacity));
        }

        return null;
    }

    private static string? TakeReactions(Draft draft, bool taken)
    {
        if (NotWhenClosed(draft) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.ReactionsTaken != taken)
        {
            draft.Happens(new ReactionsSet(taken));
        }

        return null;
    }

    private static string? LetChat(Draft draft, ChatMode mode)
    {
        if (!Enum.IsDefined(mode))
        {
            return $"the chat is {string.Join(", ", Enum.GetNames<ChatMode>())}: {(int)mode} is none of them";
        }

        if (NotWhenClosed(draft) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.Chat != mode)
        {
            draft.Happens(new ChatSet(mode));
        }

        return null;
    }
}
