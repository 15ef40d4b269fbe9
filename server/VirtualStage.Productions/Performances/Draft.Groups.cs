using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private sealed partial class Draft
    {
        private void CallMembers(string group, GroupAction action, long timeMs)
        {
            switch (action.Mode)
            {
                case GroupMode.Simultaneous:
                    foreach (var member in action.Members)
                    {
                        CallMember(group, member, timeMs);
                    }

                    break;
                case GroupMode.Sequence:
                    CallFirst(group, action.Members, timeMs);
                    break;
                case GroupMode.Random:
                    CallOneOf(group, action.Members, timeMs);
                    break;
            }

            EndIfEmpty(group, timeMs);
        }

        /// <summary>A member of a group is done, one way or another: a sequence goes on, and the last one ends the group.</summary>
        private void MemberEnded(string member, string? group, long timeMs)
        {
            if (group is null || !State.RunOf(group).IsActive || State.ActiveMembersOf(group).Any())
            {
                return;
            }

            if (!State.RunOf(group).IsFading && Production.FindCue(group)?.Action is GroupAction { Mode: GroupMode.Sequence } sequence)
            {
                CallFirst(group, sequence.Members.SkipWhile(other => other != member).Skip(1), timeMs);
            }

            EndIfEmpty(group, timeMs);
        }

        private void EndIfEmpty(string group, long timeMs)
        {
            if (State.RunOf(group) is { IsActive: true, HasMembers: true } && !State.ActiveMembersOf(group).Any())
            {
                End(group, timeMs);
            }
        }

        private void CallFirst(string group, IEnumerable<string> members, long timeMs)
        {
            // A sequence whose mode was edited while it ran has called some of its members already.
            var called = State.RunOf(group).CalledRevision;
            if (members.FirstOrDefault(member => State.RunOf(member) is { IsActive: false } run && run.CalledRevision < called) is { } first)
            {
                CallMember(group, first, timeMs);
            }
        }

        /// <summary>By chance among those that do something. Chance is the millisecond at which it happens, well mixed.</summary>
        private void CallOneOf(string group, IReadOnlyList<string> members, long timeMs)
        {
            List<string> candidates = [.. members.Where(member => State.IsArmed(Production.FindCue(member)!) && !State.RunOf(member).IsActive)];
            if (candidates.Count > 0)
            {
                var chance = Mix((ulong)State.Clock.ShowMsAt(timeMs) ^ ((ulong)State.Revision << 32));
                CallMember(group, candidates[(int)(chance % (ulong)candidates.Count)], timeMs);
            }
        }

        private void CallMember(string group, string member, long timeMs)
        {
            if (State.RunOf(member).IsActive)
            {
                return;
            }

            Happens(new CueCalled(member, CueOrigin.Group, group), timeMs);
            if (State.RunOf(group).PausedMs is not null)
            {
                Happens(new CuePaused(member, StampOf(timeMs)), timeMs);
            }
        }

        /// <summary>The finaliser of SplitMix64: every bit of the input changes about half of the output's.</summary>
        private static ulong Mix(ulong value)
        {
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
            value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
            return value ^ (value >> 31);
        }
    }
}
