namespace UnityEngine
{
    public struct Vector3
    {
        public float x;
        public float y;
        public float z;

        public Vector3(float x, float y, float z) => (this.x, this.y, this.z) = (x, y, z);

        public static Vector3 zero => throw Stub.Here;

        public static Vector3 up => throw Stub.Here;

        public static Vector3 forward => throw Stub.Here;

        public float magnitude => throw Stub.Here;

        public static Vector3 operator +(Vector3 a, Vector3 b) => throw Stub.Here;

        public static Vector3 operator -(Vector3 a, Vector3 b) => throw Stub.Here;

        public static Vector3 operator *(Vector3 a, float d) => throw Stub.Here;
    }

    public struct Quaternion
    {
        public static Quaternion identity => throw Stub.Here;

        public static Quaternion Euler(float x, float y, float z) => throw Stub.Here;

        public static Quaternion Slerp(Quaternion a, Quaternion b, float t) => throw Stub.Here;

        public static Quaternion operator *(Quaternion lhs, Quaternion rhs) => throw Stub.Here;

        public static Vector3 operator *(Quaternion rotation, Vector3 point) => throw Stub.Here;
    }

    public struct Color
    {
        public Color(float r, float g, float b) => throw Stub.Here;

        public Color(float r, float g, float b, float a) => throw Stub.Here;

        public static Color black => throw Stub.Here;

        public static Color grey => throw Stub.Here;

        public static Color operator +(Color a, Color b) => throw Stub.Here;

        public static Color operator *(Color a, float b) => throw Stub.Here;
    }

    public static class ColorUtility
    {
        public static bool TryParseHtmlString(string htmlString, out Color color) => throw Stub.Here;
    }

    public struct Mathf
    {
        public const float Rad2Deg = 57.29578f;

        public static float Max(float a, float b) => throw Stub.Here;

        public static int Max(int a, int b) => throw Stub.Here;

        public static int RoundToInt(float f) => throw Stub.Here;

        public static float Clamp(float value, float min, float max) => throw Stub.Here;

        public static float SmoothStep(float from, float to, float t) => throw Stub.Here;
    }
}
