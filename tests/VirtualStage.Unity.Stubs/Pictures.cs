namespace UnityEngine
{
    public class Renderer : Component
    {
        public Material material { get => throw Stub.Here; set => throw Stub.Here; }
    }

    public class Material : Object
    {
        public Material(Shader shader) => throw Stub.Here;

        public Color color { get => throw Stub.Here; set => throw Stub.Here; }

        public Texture mainTexture { get => throw Stub.Here; set => throw Stub.Here; }

        public void SetTexture(string name, Texture value) => throw Stub.Here;

        public void SetFloat(string name, float value) => throw Stub.Here;
    }

    public sealed class Shader : Object
    {
        public static Shader Find(string name) => throw Stub.Here;
    }

    public class Texture : Object
    {
        public int width => throw Stub.Here;

        public int height => throw Stub.Here;
    }

    public sealed class Texture2D : Texture
    {
        public Texture2D(int width, int height) => throw Stub.Here;
    }

    public static class ImageConversion
    {
        public static bool LoadImage(this Texture2D tex, byte[] data) => throw Stub.Here;
    }

    public enum LightType
    {
        Spot = 0,
        Directional = 1,
        Point = 2,
    }

    public sealed class Light : Behaviour
    {
        public LightType type { get => throw Stub.Here; set => throw Stub.Here; }

        public float spotAngle { get => throw Stub.Here; set => throw Stub.Here; }

        public float range { get => throw Stub.Here; set => throw Stub.Here; }

        public float intensity { get => throw Stub.Here; set => throw Stub.Here; }

        public Color color { get => throw Stub.Here; set => throw Stub.Here; }
    }

    public sealed class RenderSettings : Object
    {
        public static Color ambientLight { get => throw Stub.Here; set => throw Stub.Here; }
    }

    public enum CameraClearFlags
    {
        Skybox = 1,
        SolidColor = 2,
    }

    public sealed class Camera : Behaviour
    {
        public Color backgroundColor { get => throw Stub.Here; set => throw Stub.Here; }

        public CameraClearFlags clearFlags { get => throw Stub.Here; set => throw Stub.Here; }

        public float fieldOfView { get => throw Stub.Here; set => throw Stub.Here; }
    }

    public enum TextAnchor
    {
        UpperLeft,
        UpperCenter,
        UpperRight,
        MiddleLeft,
        MiddleCenter,
        MiddleRight,
        LowerLeft,
        LowerCenter,
        LowerRight,
    }

    public sealed class TextMesh : Component
    {
        public string text { get => throw Stub.Here; set => throw Stub.Here; }

        public TextAnchor anchor { get => throw Stub.Here; set => throw Stub.Here; }

        public float characterSize { get => throw Stub.Here; set => throw Stub.Here; }

        public int fontSize { get => throw Stub.Here; set => throw Stub.Here; }
    }
}
