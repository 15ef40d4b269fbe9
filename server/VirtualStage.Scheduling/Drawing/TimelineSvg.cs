using System.Globalization;
using System.Security;
using System.Text;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Drawing;

/// <summary>A timeline to be drawn, of a plan or of a run.</summary>
public sealed record Drawing(Schedule Schedule, Timeline Timeline, string Title);

/// <summary>
/// Draws a timeline: a row for each device with what it computes, and below it a thin one with what its link carries. What a
/// box is says its colour, and where there is room its text: F, B or W (underlined on the way up) and the micro-batch; in a
/// pipeline of steps the frame's number, underlined in every other one.
/// </summary>
public static class TimelineSvg
{
    private const int Width = 1200;
    private const int Left = 72;
    private const int Top = 46;
    private const int Row = 26;
    private const int LinkRow = 7;
    private const int Gap = 8;
    private const int LegendHeight = 30;

    /// <summary>Pixels of a digit; a box that is too narrow for its number has none.</summary>
    private const double Digit = 5;

    /// <summary>Below this many pixels a box has only its number.</summary>
    private const double RoomForText = 18;

    private const string Style = """
        text{font:11px system-ui,sans-serif;fill:#1c1b1a}.t{font-size:14px;font-weight:600}
        .b text{font-size:8px;text-anchor:middle}text.u{text-decoration:underline}
        .g{stroke:#bbb6ad;stroke-width:.5}.bg{fill:#fdfcf9}
        .F{fill:#8fb7e8}.B{fill:#f2c078}.W{fill:#a9d6a0}.S{fill:#8fd0c8}.A{fill:#b8578f}
        .F.u{fill:#6f9bd4}.B.u{fill:#e0a04c}.W.u{fill:#84bd7a}.S.u{fill:#68b3aa}
        .b rect{stroke:#fdfcf9;stroke-width:.6}
        @media (prefers-color-scheme:dark){text{fill:#efece6}.b text{fill:#14130f}.bg{fill:#1b1a18}.b rect{stroke:#1b1a18}.g{stroke:#55514a}}
        """;

    /// <summary>Above this many units a picture shows nothing any more, and is large.</summary>
    public const int MostUnits = 100_000;

    /// <summary>Draws timelines one below the other, on one scale.</summary>
    /// <exception cref="ScheduleException">There is too much to draw.</exception>
    public static string Stack(IReadOnlyList<Drawing> drawings)
    {
        var units = drawings.Sum(drawing => drawing.Schedule.Graph.Units.Count);
        ScheduleException.ThrowIf(units > MostUnits, $"a picture of {units:N0} units would show nothing; take fewer micro-batches ({MostUnits:N0} units are possible)");
        var longest = drawings.Max(drawing => drawing.Timeline.Makespan);
        var (svg, y) = (new StringBuilder(), 0);
        foreach (var drawing in drawings)
        {
            var height = HeightOf(drawing);
            Draw(svg, drawing, longest, y, height);
            y += height;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {y}\">\n<style>{Style}</style>\n{svg}</svg>\n");
    }

    private static int HeightOf(Drawing drawing) => Top + (drawing.Schedule.Graph.Devices * (Row + LinkRow + Gap)) + LegendHeight + 22;

    private static void Draw(StringBuilder svg, Drawing drawing, double longest, int top, int height)
    {
        var (schedule, timeline, title) = drawing;
        var devices = schedule.Graph.Devices;
        var bottom = height - LegendHeight - 22;
        var scale = (Width - Left - 12) / Math.Max(longest, 1e-9);
        var spoken = SecurityElement.Escape(title);
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg y="{top}" width="{Width}" height="{height}" role="img" aria-label="{spoken}">
            <title>{spoken}</title>
            <rect class="bg" width="{Width}" height="{height}"/><text class="t" x="12" y="24">{spoken}</text>

            """);
        Axis(svg, longest, scale, bottom);
        for (var device = 0; device < devices; device++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="12" y="{RowOf(device) + 17}">device {device}</text>{"\n"}""");
        }

        var lastStage = schedule.Graph.Units.Max(unit => unit.Stage);
        svg.Append("<g class=\"b\">\n");
        foreach (var unit in schedule.Graph.Units)
        {
            Box(svg, unit, timeline.Spans[unit.Id], scale, isLater: unit.Kind == UnitKind.Step ? unit.MicroBatch % 2 > 0 : unit.Stage > lastStage / 2);
        }

        svg.Append("</g>\n");
        Legend(svg, bottom + LegendHeight, schedule.Graph);
        svg.Append("</svg>\n");
    }

    private static int RowOf(int device) => Top + (device * (Row + LinkRow + Gap));

    private static void Axis(StringBuilder svg, double makespan, double scale, int bottom)
    {
        var step = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(makespan, 1e-9) / 20)));
        step = makespan / step > 10 ? step : step / 2;
        for (var i = 0; i * step <= makespan; i++)
        {
            var x = Left + (i * step * scale);
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="g" d="M{x:0.#} {Top - 6}V{bottom}"/><text x="{x:0.#}" y="{bottom + 12}">{i * step:0.######}</text>{"\n"}""");
        }
    }

    private static void Box(StringBuilder svg, Unit unit, Span span, double scale, bool isLater)
    {
        if (double.IsNaN(span.Start) || span.End <= span.Start)
        {
            return;
        }

        var (x, width) = (Left + (span.Start * scale), (span.End - span.Start) * scale);
        var y = RowOf(unit.Device);
        if (unit.IsCommunication)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="A" x="{x:0.##}" y="{y + Row}" width="{width:0.##}" height="{LinkRow}"/>{"\n"}""");
            return;
        }

        var (kind, mark) = (unit.Kind.ToString()[0], isLater ? " u" : "");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect class="{kind}{mark}" x="{x:0.##}" y="{y}" width="{width:0.##}" height="{Row}"/>""");
        if (width >= Digit * (0.5 + $"{unit.MicroBatch}".Length))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="{mark.Trim()}" x="{x + (width / 2):0.#}" y="{y + 16}">{(width < RoomForText || unit.Kind == UnitKind.Step ? "" : kind)}{unit.MicroBatch}</text>""");
        }

        svg.Append('\n');
    }

    private static void Legend(StringBuilder svg, int y, UnitGraph graph)
    {
        (string Class, string Text)[] entries = graph.Units.Any(unit => unit.Kind == UnitKind.Step)
            ? [("S", "step of a frame, with its number"), ("S u", "darker, underlined: every other frame"), ("A", "merge, on the link")]
            : [("F", "F forward"), ("B", "B activation gradient"), ("W", "W weight gradient"), ("A", "all-reduce, on the link"), ("F u", "darker, underlined: second half of the stages")];
        var x = Left;
        foreach (var (kind, text) in entries)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{x}" y="{y - 9}" width="12" height="10"/><text x="{x + 16}" y="{y}">{text}</text>{"\n"}""");
            x += 40 + (text.Length * 6);
        }
    }
}
