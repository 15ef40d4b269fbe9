using System;

namespace UnityEngine
{
    internal static class Stub
    {
        public static Exception Here => new NotSupportedException("this is a stub of Unity's signatures");
    }

    public class Object
    {
        public string name { get => throw Stub.Here; set => throw Stub.Here; }

        public static void Destroy(Object obj) => throw Stub.Here;

        public static bool operator ==(Object x, Object y) => throw Stub.Here;

        public static bool operator !=(Object x, Object y) => throw Stub.Here;
    }

    public class Component : Object
    {
        public Transform transform => throw Stub.Here;

        public GameObject gameObject => throw Stub.Here;

        public T GetComponent<T>() => throw Stub.Here;
    }

    public class Behaviour : Component
    {
        public bool enabled { get => throw Stub.Here; set => throw Stub.Here; }
    }

    public class MonoBehaviour : Behaviour
    {
    }

    public sealed class GameObject : Object
    {
        public GameObject(string name) => throw Stub.Here;

        public Transform transform => throw Stub.Here;

        public GameObject gameObject => throw Stub.Here;

        public static GameObject CreatePrimitive(PrimitiveType type) => throw Stub.Here;

        public T AddComponent<T>()
            where T : Component => throw Stub.Here;

        public T GetComponent<T>() => throw Stub.Here;

        public void SetActive(bool value) => throw Stub.Here;
    }

    public enum PrimitiveType
    {
        Sphere,
        Capsule,
        Cylinder,
        Cube,
        Plane,
        Quad,
    }

    public class Transform : Component
    {
        public Vector3 position { get => throw Stub.Here; set => throw Stub.Here; }

        public Vector3 localPosition { get => throw Stub.Here; set => throw Stub.Here; }

        public Vector3 localScale { get => throw Stub.Here; set => throw Stub.Here; }

        public Quaternion rotation { get => throw Stub.Here; set => throw Stub.Here; }

        public Vector3 eulerAngles { get => throw Stub.Here; set => throw Stub.Here; }

        public Quaternion localRotation { get => throw Stub.Here; set => throw Stub.Here; }

        public void SetParent(Transform parent, bool worldPositionStays) => throw Stub.Here;

        public void LookAt(Vector3 worldPosition) => throw Stub.Here;

        public Vector3 TransformPoint(Vector3 position) => throw Stub.Here;
    }

    [AttributeUsage(AttributeTargets.Field)]
    public sealed class SerializeField : Attribute
    {
    }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class RequireComponent : Attribute
    {
        public RequireComponent(Type requiredComponent)
        {
        }

        public RequireComponent(Type requiredComponent, Type requiredComponent2)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class DefaultExecutionOrder : Attribute
    {
        public DefaultExecutionOrder(int order)
        {
        }
    }

    public static class Time
    {
        public static float deltaTime => throw Stub.Here;
    }

    public static class Debug
    {
        public static void LogWarning(object message) => throw Stub.Here;
    }
}
