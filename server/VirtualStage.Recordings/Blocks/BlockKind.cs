namespace VirtualStage.Recordings.Blocks;

/// <summary>What a block holds. Readers pass over kinds that they do not know.</summary>
public enum BlockKind : byte
{
    /// <summary>A RecordingHead: recording begins here, or goes on after a break.</summary>
    Head = 1,

    /// <summary>A StagePlan, in force from here on.</summary>
    Plan = 2,

    /// <summary>Records of HouseFrames.</summary>
    Stage = 3,

    /// <summary>Records of VoiceHeards.</summary>
    Voices = 4,

    /// <summary>Records of IPictureMessages.</summary>
    Pictures = 5,

    /// <summary>Records of RecordingMarks.</summary>
    Marks = 6,

    /// <summary>A RecordingGap.</summary>
    Gap = 7,

    /// <summary>Where to find what, of all that stands before it.</summary>
    Index = 8,

    /// <summary>Where the index is: the last block of a file that was closed.</summary>
    End = 9,
}

/// <summary>How a block's content is written.</summary>
public enum BlockCoding : byte
{
    Stored = 0,

    /// <summary>RFC 1950.</summary>
    ZLib = 1,
}

/// <summary>What is to be known of a block before it is read.</summary>
[Flags]
public enum BlockTraits : ushort
{
    None = 0,

    /// <summary>Its first record is a keyframe: whoever begins to watch can begin here.</summary>
    Keyframe = 1,
}
