using System;
using System.Collections.Generic;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Client
{
    /// <summary>What an actor needs to know of the text at a moment: the line to wait for, and the own lines after it.</summary>
    public sealed class PrompterText
    {
        private const int MostLines = 6;

        private PrompterText(BookItem? cue, IReadOnlyList<BookItem> own, int until)
        {
            Cue = cue;
            Own = own;
            Until = until;
        }

        /// <summary>The line before the actor's next one: the word to wait for. Null where there is none.</summary>
        public BookItem? Cue { get; }

        /// <summary>The actor's next lines, in a row.</summary>
        public IReadOnlyList<BookItem> Own { get; }

        /// <summary>Lines of others until then.</summary>
        public int Until { get; }

        /// <summary>Finds a role's next lines.</summary>
        /// <param name="currentLine">Id of the line that is spoken now; null before the first.</param>
        public static PrompterText Of(PromptBook book, string role, string? currentLine)
        {
            var lines = new List<BookItem>();
            foreach (var item in book.Items)
            {
                if (item.Kind == BookItemKind.Line)
                {
                    lines.Add(item);
                }
            }

            var current = currentLine == null ? -1 : lines.FindIndex(line => line.Id == currentLine);
            var next = lines.FindIndex(current + 1, line => Array.IndexOf(line.Roles, role) >= 0);
            if (next < 0)
            {
                return new PrompterText(null, Array.Empty<BookItem>(), 0);
            }

            var end = next;
            while (end < lines.Count && end - next < MostLines && Array.IndexOf(lines[end].Roles, role) >= 0)
            {
                end++;
            }

            return new PrompterText(next > 0 ? lines[next - 1] : null, lines.GetRange(next, end - next), next - current - 1);
        }
    }
}
