namespace VirtualStage.Productions.Books;

/// <summary>How a printed prompt book looks: the text at the left, the cues in a wide margin at the right.</summary>
internal static class PrintedBookStyle
{
    public const string Css = """
        :root { color-scheme: light; --rule: #999; }
        body { font: 1rem/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin-bottom: 0; }
        h2, h3 { font-family: system-ui, sans-serif; break-after: avoid; margin: 1.6em 0 0.5em; }
        h2 { border-bottom: 2px solid #111; }
        .row { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr) minmax(0, 20rem); column-gap: 0.8rem; break-inside: avoid; }
        .row p { margin: 0; }
        .id { font: 0.7rem/2 ui-monospace, monospace; color: #555; }
        .speaker { break-after: avoid; margin-top: 0.6em; font-variant: small-caps; letter-spacing: 0.04em; }
        .speaker p, .direction p { font-weight: normal; }
        .line.called { border-top: 1px dotted var(--rule); }
        .line.called > p { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
        .row > ul { margin: 0; padding: 0 0 0.3rem 0.6rem; list-style: none; border-left: 2px solid #111; font: 0.8rem/1.35 system-ui, sans-serif; }
        .row > ul ul { margin: 0; padding-left: 0.9rem; list-style: none; }
        .what { font-weight: 600; }
        .does { color: #333; }
        .note { border: 1px solid var(--rule); border-radius: 0.3em; padding: 0 0.3em; font: 0.7rem/1.3 system-ui, sans-serif; white-space: nowrap; }
        del { color: #666; }
        @media (max-width: 40rem) {
          .row { grid-template-columns: 3.2rem minmax(0, 1fr); }
          .row > ul { grid-column: 2; }
        }
        @media print {
          @page { margin: 16mm 12mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
          body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
          .row { grid-template-columns: 1.6cm minmax(0, 1fr) 6.2cm; }
          .row > ul { grid-column: 3; }
          h2 { break-before: page; }
          header + main > h2:first-child { break-before: auto; }
        }
        """;
}
