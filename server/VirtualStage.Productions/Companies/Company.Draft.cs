using System.Globalization;
using System.Text;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    /// <summary>A decision in the making: events so far and the state that they lead to.</summary>
    private sealed class Draft(CompanyState state, string? commandId, CompanySender sender, CompanyMoment moment)
    {
        private readonly List<CompanyHappening> _events = [];

        public CompanyState State { get; private set; } = state;

        public CompanySender Sender { get; } = sender;

        public CompanyMoment Moment { get; } = moment;

        public IReadOnlyList<CompanyHappening> Events => _events;

        public Draft Happens(CompanyEvent happened)
        {
            var happening = new CompanyHappening(commandId, Sender.Person, Moment.AtMs, happened);
            _events.Add(happening);
            State = State.With(happening);
            return this;
        }

        /// <summary>Why there is no such role; null when there is.</summary>
        public string? NoRole(string role) => Moment.Production.FindRole(role) is null ? $"there is no role {role}" : null;

        /// <summary>Why a person is not of the company; null when they are.</summary>
        public string? NoMember(string person) => State.Members.ContainsKey(person) ? null : "this person is not of the company";

        /// <summary>Why nothing can be done in a performance; null when it can.</summary>
        public string? NotTonight(string performance) => Moment.Tonight switch
        {
            { } tonight when tonight.Performance == performance => tonight.IsClosed ? "the performance is over" : null,
            _ => "there is no such performance of this company",
        };

        /// <summary>What is wrong with a text that people read; null when it is fine.</summary>
        public static string? BadText(string what, string text, int most, int least = 0)
        {
            if (text.Length > most || text.Length < least || (least > 0 && string.IsNullOrWhiteSpace(text)))
            {
                return $"{what} has {least} to {most} characters";
            }

            return text.EnumerateRunes().Any(IsHidden) ? $"{what} cannot hold characters that are not seen" : null;
        }

        private static bool IsHidden(Rune rune) => rune.Value is not ('\n' or 0x200D)
            && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.ParagraphSeparator);
    }
}
