using System.Text;
using VirtualStage.Plays;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Texts;

namespace VirtualStage.Scheduling.Training.Tests;

/// <summary>Something to learn.</summary>
internal static class Texts
{
    public static Play TwoAtTheDoor { get; } = PlayReader.Read(Encoding.UTF8.GetBytes("""
        <?xml version="1.0"?>
        <PLAY><TITLE>Two at the door</TITLE>
        <PERSONAE><TITLE>Dramatis Personae</TITLE><PERSONA>ANNA</PERSONA><PERSONA>BERT</PERSONA></PERSONAE>
        <ACT><TITLE>ACT I</TITLE><SCENE><TITLE>SCENE I.  A door.</TITLE>
        <SPEECH><SPEAKER>ANNA</SPEAKER><LINE>Who is there?</LINE><LINE><STAGEDIR>Aside</STAGEDIR> Speak, or be still.</LINE></SPEECH>
        <SPEECH><SPEAKER>BERT</SPEAKER><LINE>It is only the rain, and the rain, and the rain.</LINE></SPEECH>
        <SPEECH><SPEAKER>ANNA</SPEAKER><SPEAKER>BERT</SPEAKER><LINE>Then let it in.</LINE></SPEECH>
        </SCENE></ACT></PLAY>
        """), "door.xml");

    public static IReadOnlyList<MicroBatch> Draw(NetworkSize size, int microBatches, int seed = 7)
    {
        var (corpus, random) = (new Corpus(TwoAtTheDoor), new Random(seed));
        return [.. Enumerable.Range(0, microBatches).Select(_ => corpus.Draw(size, random))];
    }

    public static NetworkSize Size(int layers) => new(layers, new Corpus(TwoAtTheDoor).Characters.Count, Width: 16, Heads: 4, Context: 8, Sequences: 2);
}
