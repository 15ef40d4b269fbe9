namespace UnityEngine
{
    public sealed class AudioListener : Behaviour
    {
    }

    public sealed class AudioSource : Behaviour
    {
        public AudioClip clip { get => throw Stub.Here; set => throw Stub.Here; }

        public float spatialBlend { get => throw Stub.Here; set => throw Stub.Here; }

        public float maxDistance { get => throw Stub.Here; set => throw Stub.Here; }

        public bool loop { get => throw Stub.Here; set => throw Stub.Here; }

        public void Play() => throw Stub.Here;
    }

    public sealed class AudioClip : Object
    {
        public delegate void PCMReaderCallback(float[] data);

        public int samples => throw Stub.Here;

        public static AudioClip Create(string name, int lengthSamples, int channels, int frequency, bool stream, PCMReaderCallback pcmreadercallback) => throw Stub.Here;

        public bool GetData(float[] data, int offsetSamples) => throw Stub.Here;
    }

    public sealed class Microphone
    {
        public static string[] devices => throw Stub.Here;

        public static AudioClip Start(string deviceName, bool loop, int lengthSec, int frequency) => throw Stub.Here;

        public static int GetPosition(string deviceName) => throw Stub.Here;

        public static void End(string deviceName) => throw Stub.Here;
    }

    public class Input
    {
        public static float GetAxis(string axisName) => throw Stub.Here;

        public static bool GetKey(KeyCode key) => throw Stub.Here;

        public static bool GetKeyDown(KeyCode key) => throw Stub.Here;
    }

    public enum KeyCode
    {
        Space = 32,
        Alpha1 = 49,
        V = 118,
        LeftShift = 304,
    }
}
