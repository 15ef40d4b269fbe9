using NUnit.Framework;
using UnityEngine;
using VirtualStage.Unity;

/// <summary>To be run in Unity's own test runner.</summary>
public sealed class StageSpaceTests
{
    [Test]
    public void Who_faces_the_audience_looks_along_z_and_who_faces_stage_left_to_the_left()
    {
        Assert.That((StageSpace.Facing(0) * Vector3.forward).z, Is.EqualTo(1).Within(1e-5f));
        Assert.That((StageSpace.Facing(90) * Vector3.forward - StageSpace.Place(1, 0, 0)).magnitude, Is.LessThan(1e-5f));
    }
}
